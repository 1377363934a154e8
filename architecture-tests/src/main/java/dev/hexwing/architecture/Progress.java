package dev.hexwing.architecture;

/** Is told how far a check has come, on the thread that checks. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (done, of) -> {};

  /** So many class files were read, of so many. */
  void read(int done, int of);

  /** So many rules have judged, of so many; tells nobody unless overridden. */
  default void judged(int done, int of) {}
}
