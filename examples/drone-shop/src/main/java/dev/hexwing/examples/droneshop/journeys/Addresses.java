package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.StartFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where operators' commands find the shop and the processor. */
final class Addresses {

  @Option(
      names = "--shop",
      defaultValue = "http://127.0.0.1:8080",
      description = "The running shop (${DEFAULT-VALUE}).")
  private String shop = "";

  /** A line to the shop. */
  Line shop() {
    return new Line(address("--shop", shop), Map.of());
  }

  /** A line to a processor, with the key that reads its lists. */
  static Line processor(String address, String key) {
    byte[] credentials = (key + ":").getBytes(StandardCharsets.UTF_8);
    return new Line(
        address("--processor", address),
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)));
  }

  private static URI address(String option, String text) {
    try {
      URI address = URI.create(text);
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw new StartFailure(option + " is not an address: " + text, notAnAddress);
    }
    throw new StartFailure(option + " must be http://… or https://…: " + text, null);
  }
}
