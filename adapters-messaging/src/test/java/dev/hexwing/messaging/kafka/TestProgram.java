package dev.hexwing.messaging.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests' own, run by this Java on this class path. */
final class TestProgram {

  private TestProgram() {}

  static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
