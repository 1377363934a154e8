package dev.hexwing.examples.droneshop;

import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets the form and level of log lines, before the first is written. */
final class LogSetup {

  private LogSetup() {}

  /**
   * Reads the settings of logs.
   *
   * @throws StartFailure naming the one that is wrong
   */
  static void from(Map<String, String> environment) {
    SettingValues values = new SettingValues(environment);
    String form = values.oneOf(Setting.HEXWING_LOG, List.of("plain", "json"));
    String level =
        values.oneOf(Setting.HEXWING_LOG_LEVEL, List.of("error", "warn", "info", "debug"));
    System.setProperty("logback.configurationFile", "shop-log-" + form + ".xml");
    System.setProperty("hexwing.log.level", level);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
