package dev.hexwing.architecture.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Another team's small repository: sources, compiled classes and a layout. */
final class Shop {

  static final String ORDER = "com/acme/shop/domain/ordering/Order.java";

  private static final String LAYOUT =
      """
      preset: ports-and-adapters
      root: com.acme.shop
      contexts: [com.acme.shop.domain]
      rules:
        RUL-01: {off: "a small shop has no work for every rule"}
        RUL-02: {off: "a small shop has no work for every rule"}
        DDD-15: {off: "orders are kept by a port"}
      """;

  private final Map<String, String> sources = new TreeMap<>();
  private final Path folder;

  private Shop(Path folder) {
    this.folder = folder;
    sources.put(
        ORDER,
        """
        package com.acme.shop.domain.ordering;

        public final class Order {
          private final String id;

          public Order(String id) {
            this.id = id;
          }

          public String id() {
            return id;
          }
        }
        """);
    sources.put(
        "com/acme/shop/application/port/in/PlaceOrder.java",
        """
        package com.acme.shop.application.port.in;

        public interface PlaceOrder {
          void place(String id);
        }
        """);
    sources.put(
        "com/acme/shop/application/port/out/Orders.java",
        """
        package com.acme.shop.application.port.out;

        import com.acme.shop.domain.ordering.Order;

        public interface Orders {
          void keep(Order order);
        }
        """);
    sources.put(
        "com/acme/shop/application/Placing.java",
        """
        package com.acme.shop.application;

        import com.acme.shop.application.port.in.PlaceOrder;
        import com.acme.shop.application.port.out.Orders;
        import com.acme.shop.domain.ordering.Order;

        final class Placing implements PlaceOrder {
          private final Orders orders;

          Placing(Orders orders) {
            this.orders = orders;
          }

          @Override
          public void place(String id) {
            orders.keep(new Order(id));
          }
        }
        """);
    sources.put(
        "com/acme/shop/adapter/in/web/OrderPage.java",
        """
        package com.acme.shop.adapter.in.web;

        import com.acme.shop.application.port.in.PlaceOrder;

        public final class OrderPage {
          private final PlaceOrder placeOrder;

          public OrderPage(PlaceOrder placeOrder) {
            this.placeOrder = placeOrder;
          }

          public void post(String id) {
            placeOrder.place(id);
          }
        }
        """);
  }

  /** A shop whose boundaries hold. */
  static Shop clean(Path folder) {
    return new Shop(folder).build();
  }

  /** A shop whose order knows the page that shows it. */
  static Shop broken(Path folder) {
    Shop shop = new Shop(folder);
    shop.sources.put(
        ORDER,
        """
        package com.acme.shop.domain.ordering;

        import com.acme.shop.adapter.in.web.OrderPage;

        public final class Order {
          private final String id;

          public Order(String id) {
            this.id = id;
          }

          public void show(OrderPage page) {
            page.post(id);
          }
        }
        """);
    return shop.build();
  }

  private Shop build() {
    try {
      Files.createDirectories(folder.resolve(".git"));
      Files.writeString(layout(), LAYOUT);
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve("src/main/java").resolve(source.getKey());
        Files.createDirectories(file.resolveSibling("."));
        files.add(Files.writeString(file, source.getValue()));
      }
      Files.createDirectories(classes());
      compile(files);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-g", "--release", "17", "-proc:none", "-d", classes().toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }

  Path folder() {
    return folder;
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path layout() {
    return folder.resolve("architecture.yaml");
  }

  /** What a command needs to look at this shop. */
  String[] arguments(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--classes",
                classes().toString(),
                "--layout",
                layout().toString(),
                "--repository",
                folder.toString(),
                "--title",
                "Acme"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
