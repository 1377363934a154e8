package dev.hexwing.architecture.report;

/** What this program calls itself. */
public final class ProgramVersion {

  /** Its name in reports. */
  public static final String NAME = "hexwing-architecture-rules";

  private ProgramVersion() {}

  /** Its version as the jar tells it; {@code development} when it runs from class files. */
  public static String current() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
