package io.schemamemory.operator.keyset;

import io.schemamemory.operator.RefusedException;
import io.schemamemory.operator.Usage;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.sealing.keys.WrappingKey;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.core.exception.SdkException;

/// `bin/keyset`: creates and rotates the keysets that values are sealed and hashed with.
@Command(
    name = "bin/keyset",
    description = {
      "Creates and rotates the keysets that values are sealed and hashed with; prints no key.",
      "SEALING_KEY is the key they are wrapped with."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class KeysetCommand {
  private static final String PURPOSE = "sealing or hashing";
  private static final String KEY = "a key's number, as show prints it";

  private final Environment environment;
  private final CommandSpec spec;

  @Mixin private final KeysetOptions where = new KeysetOptions();

  KeysetCommand(Environment environment) {
    this.environment = environment;
    this.spec = Usage.of(this);
  }

  /// Runs a command; exits with 1 when it is refused, 2 for a wrong command line.
  public static void main(String... arguments) {
    System.exit(new KeysetCommand(Environment.ofProcess()).commandLine().execute(arguments));
  }

  CommandLine commandLine() {
    return new CommandLine(spec)
        .registerConverter(Purpose.class, expecting(PURPOSE, Purpose::parse))
        .registerConverter(KeyId.class, expecting(KEY, KeyId::parse))
        .registerConverter(WrappingKey.class, expecting(WrappingKey.FORM, WrappingKey::parse))
        .setParameterExceptionHandler((failure, _) -> Usage.explain(failure))
        .setExecutionExceptionHandler((failure, line, _) -> refuse(failure, line));
  }

  private static <T> ITypeConverter<T> expecting(String form, ITypeConverter<T> parser) {
    return text -> {
      try {
        return parser.convert(text);
      } catch (IllegalArgumentException malformed) {
        throw new TypeConversionException("expected " + form);
      }
    };
  }

  private static int refuse(Exception failure, CommandLine line) throws Exception {
    if (failure instanceof SettingException
        || failure instanceof SealingException
        || failure instanceof KeysetException
        || failure instanceof RefusedException
        || failure instanceof SdkException) {
      line.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  @Command(description = "Creates a keyset for each purpose.")
  int make() {
    WrappingKey key = key();
    place().refuseIfPresent();
    makeIfFile(key);
    return write(WrappedKeysets.make(key), key);
  }

  @Command(description = "Shows which keys there are.")
  int show() {
    return show(place().read(), key());
  }

  @Command(description = "Adds a live key: promote it once every function has it.")
  int add(@Parameters(paramLabel = "PURPOSE", description = PURPOSE) Purpose purpose) {
    return change(purpose, Rotation::add);
  }

  @Command(description = "Makes a key primary: new values are sealed or hashed with it.")
  int promote(
      @Parameters(paramLabel = "PURPOSE", description = PURPOSE) Purpose purpose,
      @Parameters(paramLabel = "KEY", description = KEY) KeyId id) {
    return change(purpose, keyset -> Rotation.promote(keyset, id));
  }

  @Command(description = "Stops using a key, also for opening values; restore undoes it.")
  int retire(
      @Parameters(paramLabel = "PURPOSE", description = PURPOSE) Purpose purpose,
      @Parameters(paramLabel = "KEY", description = KEY) KeyId id) {
    return change(purpose, keyset -> Rotation.retire(keyset, id));
  }

  @Command(description = "Brings a retired key back.")
  int restore(
      @Parameters(paramLabel = "PURPOSE", description = PURPOSE) Purpose purpose,
      @Parameters(paramLabel = "KEY", description = KEY) KeyId id) {
    return change(purpose, keyset -> Rotation.restore(keyset, id));
  }

  @Command(description = "Deletes a retired key for good.")
  int delete(
      @Parameters(paramLabel = "PURPOSE", description = PURPOSE) Purpose purpose,
      @Parameters(paramLabel = "KEY", description = KEY) KeyId id) {
    return change(purpose, keyset -> Rotation.delete(keyset, id));
  }

  @Command(description = "Wraps both keysets with another key.")
  int rewrap(
      @Parameters(paramLabel = "WRAPPING_KEY", description = WrappingKey.FORM) WrappingKey other) {
    WrappingKey key = key();
    WrappedKeysets keysets = place().read();
    makeIfFile(other);
    write(
        WrappedKeysets.wrap(
            keysets.unwrap(Purpose.SEALING, key), keysets.unwrap(Purpose.HASHING, key), other),
        other);
    say("SEALING_KEY is now " + other);
    return CommandLine.ExitCode.OK;
  }

  private int change(Purpose purpose, UnaryOperator<Keyset> step) {
    WrappingKey key = key();
    WrappedKeysets keysets = place().read();
    return write(keysets.with(step.apply(keysets.unwrap(purpose, key)), key), key);
  }

  private KeysetPlace place() {
    return where.place(spec);
  }

  private WrappingKey key() {
    return environment.required(WrappingKey.VARIABLE, WrappingKey.FORM, WrappingKey::parse);
  }

  private void makeIfFile(WrappingKey wrapping) {
    if (wrapping instanceof KeyFile absent && absent.makeIfAbsent()) {
      say("made the key file " + absent.path() + ": keep a copy where only you can read it");
    }
  }

  private int write(WrappedKeysets keysets, WrappingKey wrapping) {
    place().write(keysets);
    say(place().written());
    return show(keysets, wrapping);
  }

  private int show(WrappedKeysets keysets, WrappingKey wrapping) {
    for (Purpose purpose : Purpose.values()) {
      new TreeMap<>(keysets.unwrap(purpose, wrapping).states())
          .forEach((id, state) -> say(purpose + " " + id + " " + state));
    }
    return CommandLine.ExitCode.OK;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
