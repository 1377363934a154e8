package dev.hexwing.architecture;

/** Is told how far a check has come, on the thread that checks. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (done, of) -> {};

  /** Some class files were read. */
  void read(int done, int of);
}
