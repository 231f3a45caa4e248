package io.schemamemory.local.template;

/// The template declares something the runner cannot serve; the message names the place.
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateException(String message) {
    super(message);
  }
}
