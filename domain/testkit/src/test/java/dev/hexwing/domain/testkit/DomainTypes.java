package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.ordering.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every public type of the domain's exported packages, found where its modules were compiled to.
 */
final class DomainTypes {

  private static final List<Class<?>> API =
      Stream.of(Order.class, ApiKey.class, Subscriber.class)
          .flatMap(module -> besides(module).stream())
          .toList();

  private DomainTypes() {}

  static List<Class<?>> api() {
    return API;
  }

  private static List<Class<?>> besides(Class<?> one) {
    try {
      URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return below(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return below(jar.getPath("/"));
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> below(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.startsWith("dev/hexwing/domain/") && name.endsWith(".class"))
          .filter(name -> !name.contains("/internal/") && !name.contains("/testkit/"))
          .filter(name -> !name.endsWith("package-info.class") && !name.contains("Test"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .sorted()
          .<Class<?>>map(DomainTypes::load)
          .filter(DomainTypes::isPublic)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    boolean outside = type.getEnclosingClass() == null || isPublic(type.getEnclosingClass());
    return outside && Modifier.isPublic(type.getModifiers());
  }
}
