package dev.hexwing.examples.droneshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that the sandbox signs its notices with: made up once for a data folder. */
final class WebhookSecret {

  private static final int BYTES = 24;

  private WebhookSecret() {}

  static String of(Path data) {
    Path file = data.resolve("webhook-secret");
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
    } catch (IOException e) {
      throw new StartFailure("HEXWING_DATA: cannot read " + file, e);
    }
    byte[] dice = new byte[BYTES];
    new SecureRandom().nextBytes(dice);
    String secret = "whsec_" + HexFormat.of().formatHex(dice);
    PrivateFile.write(file, secret + "\n");
    return secret;
  }
}
