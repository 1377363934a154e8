package dev.hexwing.examples.droneshop;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings one by one; what is wrong is a {@link StartFailure} that names the setting. */
final class SettingValues {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private final Map<String, String> environment;

  SettingValues(Map<String, String> environment) {
    this.environment = environment;
  }

  String text(Setting setting) {
    String value = environment.getOrDefault(setting.name(), "").strip();
    return value.isEmpty() ? setting.standard() : value;
  }

  Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(text -> !text.isEmpty());
  }

  int number(Setting setting, int least, int most) {
    String text = text(setting);
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(setting, "must be a whole number from %d to %d".formatted(least, most));
  }

  String oneOf(Setting setting, List<String> known) {
    String text = text(setting);
    if (!known.contains(text)) {
      throw wrong(setting, "must be " + String.join(" or ", known));
    }
    return text;
  }

  Optional<URI> url(Setting setting) {
    return optional(setting).map(text -> url(setting, text));
  }

  private static URI url(Setting setting, String text) {
    try {
      URI url = new URI(text);
      boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (isWeb && url.getHost() != null && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw new StartFailure(setting + " must be a web address such as https://example.org", e);
    }
    throw wrong(setting, "must be a web address such as https://example.org");
  }

  Path path(Setting setting) {
    return path(setting, text(setting));
  }

  Optional<Path> optionalPath(Setting setting) {
    return optional(setting).map(text -> path(setting, text));
  }

  private static Path path(Setting setting, String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartFailure(setting + " is not a path: " + e.getReason(), e);
    }
  }

  Duration duration(Setting setting, String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw wrong(setting, "must be a time such as 500ms, 8s, 1m or 24h");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  /** Builds something of settings; what it refuses is told under the name of the setting. */
  static <T> T checked(Setting setting, Function<Setting, T> build) {
    try {
      return build.apply(setting);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(setting + ": " + e.getMessage(), e);
    }
  }

  static StartFailure wrong(Setting setting, String why) {
    return new StartFailure(setting + " " + why, null);
  }
}
