package dev.hexwing.examples.droneshop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** Kafka's own server as a program: one node, which ends with its standard input. */
final class KafkaNode {

  static final String READY = "the node is ready";

  private KafkaNode() {}

  /** The program that runs a node on this class path. */
  static ProcessBuilder program(Path folder, int port, int controllerPort) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KafkaNode.class.getName());
    command.addAll(
        List.of(folder.toString(), Integer.toString(port), Integer.toString(controllerPort)));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Takes a folder, the port for clients and the port for its controller. */
  public static void main(String[] arguments) throws Exception {
    String folder = arguments[0];
    new Formatter()
        .setPrintStream(System.out)
        .setNodeId(1)
        .setClusterId(new Uuid(1, 1).toString())
        .setDirectories(List.of(folder))
        .setMetadataLogDirectory(folder)
        .setIgnoreFormatted(true)
        .setControllerListenerName("CONTROLLER")
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .run();
    Properties properties = properties(folder, arguments[1], arguments[2]);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    Thread.ofPlatform().name("end-with-parent").daemon(true).start(KafkaNode::endWithParent);
    server.startup();
    System.out.println(READY);
    server.awaitShutdown();
  }

  private static void endWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.out.println("lost the parent: " + e);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Properties properties(String folder, String port, String controllerPort) {
    String listeners =
        "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort;
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("listeners", listeners);
    properties.put("advertised.listeners", listeners);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put("log.dirs", folder);
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "2");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    return properties;
  }
}
