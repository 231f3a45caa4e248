package io.schemamemory.operator.keyset;

import io.schemamemory.roles.BootstrapException;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.sealing.keys.WrappingKey;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/// `bin/keyset`: makes and rotates the keysets that values are sealed and hashed with.
public final class KeysetCommand {
  private static final String USAGE =
      """
      usage: bin/keyset FILE make
             bin/keyset FILE show
             bin/keyset FILE add sealing|hashing
             bin/keyset FILE promote|retire|restore|delete sealing|hashing KEY
             bin/keyset FILE rewrap WRAPPING_KEY""";

  private final KeysetFile file;
  private final WrappingKey key;
  private final Consumer<String> out;

  private KeysetCommand(KeysetFile file, WrappingKey key, Consumer<String> out) {
    this.file = file;
    this.key = key;
    this.out = out;
  }

  /// Runs with `FILE REQUEST…`; prints no key, only their names.
  public static void main(String... arguments) {
    System.exit(
        run(Environment.ofProcess(), List.of(arguments), System.out::println, System.err::println));
  }

  /// Runs, and tells how the process exits.
  static int run(
      Environment environment,
      List<String> words,
      Consumer<String> out,
      Consumer<String> complaints) {
    KeysetRequest request;
    try {
      request = KeysetRequest.parse(words.subList(Math.min(1, words.size()), words.size()));
    } catch (IllegalArgumentException misspelled) {
      complaints.accept(USAGE);
      return 2;
    }
    try {
      WrappingKey key =
          environment.required(WrappingKey.VARIABLE, WrappingKey.FORM, WrappingKey::parse);
      new KeysetCommand(new KeysetFile(Path.of(words.getFirst())), key, out).perform(request);
      return 0;
    } catch (SettingException | SealingException | BootstrapException refused) {
      complaints.accept(refused.getMessage());
      return 1;
    }
  }

  private void perform(KeysetRequest request) {
    switch (request) {
      case KeysetRequest.Make _ -> {
        file.refuseIfThere();
        makeIfFile(key);
        write(WrappedKeysets.make(key), key);
      }
      case KeysetRequest.Show _ -> show(file.read(), key);
      case KeysetRequest.Change change -> {
        WrappedKeysets keysets = file.read();
        write(keysets.with(change.step().apply(keysets.unwrap(change.purpose(), key)), key), key);
      }
      case KeysetRequest.Rewrap rewrap -> {
        WrappedKeysets keysets = file.read();
        makeIfFile(rewrap.key());
        write(
            WrappedKeysets.wrap(
                keysets.unwrap(Purpose.SEALING, key),
                keysets.unwrap(Purpose.HASHING, key),
                rewrap.key()),
            rewrap.key());
        out.accept("SEALING_KEY is now " + rewrap.key());
      }
    }
  }

  private void makeIfFile(WrappingKey wrapping) {
    if (wrapping instanceof KeyFile absent && absent.makeIfAbsent()) {
      out.accept("made the key file " + absent.path() + ": keep a copy where nobody reads it");
    }
  }

  private void write(WrappedKeysets keysets, WrappingKey wrapping) {
    file.write(keysets);
    out.accept("wrote " + file.path() + ": keep every version, and give it to the functions");
    show(keysets, wrapping);
  }

  private void show(WrappedKeysets keysets, WrappingKey wrapping) {
    for (Purpose purpose : Purpose.values()) {
      new TreeMap<>(keysets.unwrap(purpose, wrapping).states())
          .forEach((id, state) -> out.accept(purpose + " " + id + " " + state));
    }
  }
}
