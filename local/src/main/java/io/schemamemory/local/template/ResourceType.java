package io.schemamemory.local.template;

/// The resource types that the runner serves; others are only for AWS.
enum ResourceType {
  FUNCTION("AWS::Serverless::Function"),
  QUEUE("AWS::SQS::Queue"),
  QUEUE_MAPPING("AWS::Lambda::EventSourceMapping"),
  HTTP_API("AWS::Serverless::HttpApi"),
  OTHER("");

  private final String declared;

  ResourceType(String declared) {
    this.declared = declared;
  }

  static ResourceType of(Property resource) {
    for (ResourceType type : values()) {
      if (type.declared.equals(resource.at("Type").value())) {
        return type;
      }
    }
    return OTHER;
  }

  /// A resource's properties, whose errors name the resource.
  static Property properties(String logicalId, Property resource, Intrinsics intrinsics) {
    return new Property(logicalId, "", resource.at("Properties").value(), intrinsics);
  }
}
