package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Stack;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a function's process is started: its command line and its whole environment.
record Launch(Function function, Code code, RuntimeClient client) {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  ProcessBuilder process(String runtimeApi) {
    ProcessBuilder process =
        new ProcessBuilder(command()).directory(code.taskRoot().toFile()).redirectErrorStream(true);
    // Lambda passes on no variables of the host, so a forgotten one fails here as it would there.
    process.environment().clear();
    process.environment().putAll(environment(runtimeApi));
    return process;
  }

  List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // The rest is for metaspace, threads and the native client, as in Lambda.
        "-Xmx" + function.memoryMegabytes() * 3 / 4 + "m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        Compilation.flag(function),
        // Where org.crac finds the implementation of Lambda's client; the managed runtime sets it
        // too.
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "--enable-native-access=ALL-UNNAMED",
        "-D" + NATIVE_LIBRARY + "=" + client.nativeLibrary(),
        "-classpath",
        classPath(),
        MAIN,
        function.handler());
  }

  private String classPath() {
    return Stream.concat(client.jars().stream(), code.classPath().stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  Map<String, String> environment(String runtimeApi) {
    Map<String, String> environment = new LinkedHashMap<>(function.environment());
    // Reserved names come last: Lambda does not let a function set them.
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("_HANDLER", function.handler());
    environment.put("LAMBDA_TASK_ROOT", code.taskRoot().toString());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.deployedName());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    environment.put("AWS_LAMBDA_LOG_FORMAT", function.logFormat().declared());
    environment.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_REGION", Stack.REGION);
    environment.put("AWS_DEFAULT_REGION", Stack.REGION);
    environment.putIfAbsent("TZ", ":UTC");
    // Lambda's en_US is often not installed; without any UTF-8 locale Java mangles file names.
    environment.putIfAbsent("LANG", "C.UTF-8");
    environment.putIfAbsent("PATH", "/usr/local/bin:/usr/bin:/bin");
    return environment;
  }
}
