package dev.hexwing.persistence;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the database is and how it is used.
 *
 * @param url {@code jdbc:postgresql://…}, {@code jdbc:h2:file:…} or {@code jdbc:h2:mem:…}
 * @param user who logs in; empty if the address says so
 * @param password never printed
 * @param connections the most connections at a time, 1 to 200; hints need one besides
 * @param hints whether nodes on one PostgreSQL tell each other of new events, so that a relay need
 *     not find them by looking; without effect on H2
 */
public record PersistenceSettings(
    String url, String user, String password, int connections, boolean hints) {

  /** Refuses other databases and counts with {@link IllegalArgumentException}. */
  public PersistenceSettings {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
      throw new IllegalArgumentException(
          "the database must be jdbc:postgresql:… or jdbc:h2:…, not " + place(url));
    }
    if (connections < 1 || connections > 200) {
      throw new IllegalArgumentException("connections must be 1 to 200: " + connections);
    }
  }

  /** Settings with hints. */
  public PersistenceSettings(String url, String user, String password, int connections) {
    this(url, user, password, connections, true);
  }

  /** The same without hints between nodes. */
  public PersistenceSettings withoutHints() {
    return new PersistenceSettings(url, user, password, connections, false);
  }

  /** The embedded database in a file; its folder is made if it is missing. */
  public static PersistenceSettings embedded(Path file, int connections) {
    return new PersistenceSettings(
        "jdbc:h2:file:" + file.toAbsolutePath(), "hexwing", "", connections);
  }

  boolean isPostgres() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The address without what may be secret in it: options, and a user before an at sign. */
  String place() {
    return place(url);
  }

  private static String place(String url) {
    int end = url.length();
    for (char mark : new char[] {'?', ';'}) {
      int at = url.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return url.substring(0, end).replaceAll("//[^/@]*@", "//");
  }

  @Override
  public String toString() {
    return "PersistenceSettings[" + place() + ", user=" + user + ", " + connections + "]";
  }
}
