package dev.hexwing.messaging.rabbitmq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate that it has signed itself, made by Java's own tool. */
final class Certificate {

  private static final String ALIAS = "server";
  private static final char[] SECRET = "changeit".toCharArray();
  private static final long PATIENCE_SECONDS = 60;

  private final KeyStore store;

  private Certificate(KeyStore store) {
    this.store = store;
  }

  /**
   * Makes one in a folder.
   *
   * @param subject whom it names, as the tool wants it: {@code ip:127.0.0.1}
   */
  static Certificate make(Path folder, String subject) {
    Path file = folder.resolve(subject.replaceAll("[^a-z0-9]", "-") + ".p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                      "-genkeypair",
                      "-alias",
                      ALIAS,
                      "-keyalg",
                      "RSA",
                      "-dname",
                      "CN=test",
                      "-ext",
                      "SAN=" + subject,
                      "-validity",
                      "2",
                      "-storetype",
                      "PKCS12",
                      "-storepass",
                      new String(SECRET),
                      "-keystore",
                      file.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool made no certificate for " + subject);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, SECRET);
      }
      return new Certificate(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes certificate and key where a server finds them. */
  void write(Path certificate, Path key) {
    try {
      Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
      Files.writeString(key, pem("PRIVATE KEY", store.getKey(ALIAS, SECRET).getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts this one and no other. */
  SSLContext trusted() {
    try {
      KeyStore known = KeyStore.getInstance("PKCS12");
      known.load(null, SECRET);
      known.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
  }
}
