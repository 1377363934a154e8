package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.ChildProgram;
import dev.hexwing.examples.droneshop.DroneShop;
import dev.hexwing.examples.droneshop.StartFailure;
import dev.hexwing.examples.sandbox.SandboxProcessor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shop and a processor, each a process of its own, on a fresh folder. */
final class Stage implements AutoCloseable {

  private static final Pattern PROCESSOR_READY = Pattern.compile("listening on (http://[^ ,]+)");
  private static final Pattern SHOP_READY = Pattern.compile("address +(http://\\S+)");
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int PROCESSOR_HEAP_MEGABYTES = 256;
  private static final int SHOP_HEAP_MEGABYTES = 80;
  private static final String KEY = "sk_test_journeys";

  private final Path folder;
  private final boolean isKept;
  private final ChildProgram processor;
  private final Supplier<ChildProgram> shopStart;
  private volatile ChildProgram shop;
  private final URI processorAddress;
  private final URI shopAddress;

  private Stage(
      Path folder,
      boolean isKept,
      ChildProgram processor,
      URI processorAddress,
      Supplier<ChildProgram> shopStart,
      ChildProgram shop,
      URI shopAddress) {
    this.folder = folder;
    this.isKept = isKept;
    this.processor = processor;
    this.processorAddress = processorAddress;
    this.shopStart = shopStart;
    this.shop = shop;
    this.shopAddress = shopAddress;
  }

  /**
   * Starts both.
   *
   * @param keptIn where data stays after the run; none for a folder that goes with it
   * @param faults what the processor does wrong
   * @throws StartFailure if one of them does not start
   */
  static Stage set(Optional<Path> keptIn, Optional<Path> catalogue, String faults, long seed) {
    return set(keptIn, catalogue, faults, seed, Map.of());
  }

  /**
   * Starts both, the shop with settings beside the usual ones.
   *
   * @param more settings of the shop
   */
  static Stage set(
      Optional<Path> keptIn,
      Optional<Path> catalogue,
      String faults,
      long seed,
      Map<String, String> more) {
    Path folder = keptIn.map(Stage::fresh).orElseGet(Stage::temporary);
    int shopPort = freePort();
    String secret = "whsec_" + UUID.randomUUID();
    ChildProgram processor = processor(folder, faults, seed, shopPort, secret);
    boolean set = false;
    try {
      URI processorAddress = address(processor, PROCESSOR_READY);
      Supplier<ChildProgram> shopStart =
          () -> shop(folder, catalogue, processorAddress, shopPort, secret, more);
      ChildProgram shop = shopStart.get();
      try {
        Stage stage =
            new Stage(
                folder,
                keptIn.isPresent(),
                processor,
                processorAddress,
                shopStart,
                shop,
                address(shop, SHOP_READY));
        set = true;
        return stage;
      } finally {
        if (!set) {
          shop.close();
        }
      }
    } finally {
      if (!set) {
        processor.close();
      }
    }
  }

  private static ChildProgram processor(
      Path folder, String faults, long seed, int shopPort, String secret) {
    return ChildProgram.start(
        "sandbox",
        SandboxProcessor.class,
        PROCESSOR_HEAP_MEGABYTES,
        List.of(
            "--port=0",
            "--data=" + folder.resolve("sandbox"),
            "--processor-faults=" + faults,
            "--seed=" + seed,
            "--webhook-url=http://127.0.0.1:" + shopPort + "/v1/processor-events",
            "--webhook-secret=" + secret),
        Map.of("HEXWING_PROCESSOR_KEY", KEY),
        folder.resolve("sandbox.log"));
  }

  private static ChildProgram shop(
      Path folder,
      Optional<Path> catalogue,
      URI processor,
      int port,
      String secret,
      Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HEXWING_HOST", "127.0.0.1");
    environment.put("HEXWING_PORT", Integer.toString(port));
    environment.put("HEXWING_DATA", folder.toString());
    environment.put("HEXWING_PROCESSOR_URL", processor.toString());
    environment.put("HEXWING_PROCESSOR_KEY", KEY);
    environment.put("HEXWING_PROCESSOR_SETTLING", "2s");
    environment.put("HEXWING_WEBHOOK_SECRET", secret);
    environment.put("HEXWING_LOG_LEVEL", "warn");
    environment.put("HEXWING_CATALOGUE", catalogue.map(Path::toString).orElse(""));
    environment.putAll(more);
    return ChildProgram.start(
        "shop",
        DroneShop.class,
        SHOP_HEAP_MEGABYTES,
        List.of(),
        environment,
        folder.resolve("shop.log"));
  }

  private static URI address(ChildProgram program, Pattern ready) {
    return URI.create(
        program.awaitLine(ready, READY_WITHIN).group(1).replace("localhost", "127.0.0.1"));
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new StartFailure("there is no free port", e);
    }
  }

  private static Path fresh(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new StartFailure("--keep-data: the folder " + folder + " is not empty", null);
        }
      }
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new StartFailure("--keep-data: cannot write to the folder " + folder, e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("hexwing-journeys-");
    } catch (IOException e) {
      throw new StartFailure("cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  URI shop() {
    return shopAddress;
  }

  URI processor() {
    return processorAddress;
  }

  String processorKey() {
    return KEY;
  }

  /** Stops the shop in order; the processor lives on. */
  void stopShop() {
    shop.close();
  }

  /** Kills the shop as a power cut does; the processor lives on. */
  void killShop() throws InterruptedException {
    shop.kill();
  }

  /**
   * Starts the shop anew on its data and its port, and waits until it answers.
   *
   * @throws StartFailure if it does not start
   */
  void restartShop() {
    ChildProgram next = shopStart.get();
    shop = next;
    address(next, SHOP_READY);
  }

  /** Stops the shop, then the processor, and removes the folder unless it is kept. */
  @Override
  public void close() {
    shop.close();
    processor.close();
    if (!isKept) {
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A temporary folder that cannot be removed is the machine's to clean up.
    }
  }
}
