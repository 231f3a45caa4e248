package io.schemamemory.local.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lambda's runtime interface client, from this module's build.
public record RuntimeClient(List<Path> jars, Path nativeLibrary) {

  public RuntimeClient {
    jars = List.copyOf(jars);
  }

  public static RuntimeClient built(Path projectRoot) {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new IllegalStateException(
          "The local runner needs Linux: Lambda's runtime client has its native part for it only.");
    }
    Path folder = Code.absolute(projectRoot).resolve("local/target/runtime-client");
    return new RuntimeClient(Code.jars(folder), folder.resolve("jni").resolve(nativeName()));
  }

  private static String nativeName() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    Path gnuLoader = Path.of(arm ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2");
    return "libaws-lambda-jni.%s-%s.so"
        .formatted(Files.exists(gnuLoader) ? "linux" : "linux_musl", arm ? "aarch_64" : "x86_64");
  }
}
