package dev.hexwing.architecture.diagram;

import dev.hexwing.architecture.ArchitectureMap;
import dev.hexwing.architecture.ArchitectureMap.Edge;
import dev.hexwing.architecture.ArchitectureMap.Node;
import dev.hexwing.architecture.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Folds the nodes and edges of the bytecode into what a diagram shows. */
final class PictureMaker {

  private static final String KERNEL = "shared kernel";

  private final ArchitectureMap map;
  private final Map<String, Node> nodes = new HashMap<>();

  PictureMaker(ArchitectureMap map) {
    this.map = map;
    map.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  Picture make(String title, List<String> assemblies) {
    return new Picture(
        title,
        contexts(),
        links(),
        names(node -> node.role() == Role.DRIVING_PORT),
        names(node -> node.role() == Role.DRIVEN_PORT),
        adapters(),
        assemblies,
        classes(node -> node.role().isDomain()),
        classes(node -> node.role() == Role.APPLICATION || node.role().isPort()),
        sum(map.edges().stream().filter(this::leavesTheDomain).toList(), Edge::facts),
        classes(node -> node.role() == Role.UNASSIGNED || node.role() == Role.AMBIGUOUS),
        true);
  }

  private List<ContextShape> contexts() {
    Map<String, ContextShape> contexts = new TreeMap<>();
    for (Node node : map.nodes()) {
      String name = contextOf(node);
      if (name != null) {
        contexts.merge(name, shape(name, node), PictureMaker::together);
      }
    }
    return List.copyOf(contexts.values());
  }

  private static ContextShape shape(String name, Node node) {
    return new ContextShape(
        name,
        node.role() == Role.SHARED_KERNEL,
        node.role().isDomain() ? simple(node.highlights()) : List.of(),
        node.classes());
  }

  private static ContextShape together(ContextShape one, ContextShape other) {
    TreeSet<String> aggregates = new TreeSet<>(one.aggregates());
    aggregates.addAll(other.aggregates());
    return new ContextShape(
        one.name(),
        one.sharedKernel() || other.sharedKernel(),
        List.copyOf(aggregates),
        one.classes() + other.classes());
  }

  private List<ContextLink> links() {
    Map<String, ContextLink> links = new TreeMap<>();
    for (Edge edge : map.edges()) {
      Node from = nodes.get(edge.from());
      Node to = nodes.get(edge.to());
      if (from == null || to == null || from.role() == Role.SHARED_KERNEL) {
        continue;
      }
      String origin = contextOf(from);
      String target = contextOf(to);
      if (origin == null || target == null || origin.equals(target)) {
        continue;
      }
      if (to.role() != Role.SHARED_KERNEL || edge.forbidden()) {
        ContextLink link =
            new ContextLink(origin, target, edge.facts(), kindOf(edge), edge.forbidden());
        links.merge(origin + " " + target, link, ContextLink::and);
      }
    }
    return List.copyOf(links.values());
  }

  private static ContextLink.Kind kindOf(Edge edge) {
    if (edge.eventsOnly()) {
      return ContextLink.Kind.EVENTS;
    }
    return edge.throughTranslators() ? ContextLink.Kind.TRANSLATED : ContextLink.Kind.DIRECT;
  }

  private List<AdapterShape> adapters() {
    List<AdapterShape> adapters = new ArrayList<>();
    for (Node node : map.nodes()) {
      if (node.role().isAdapter()) {
        adapters.add(adapter(node));
      }
    }
    return adapters;
  }

  private AdapterShape adapter(Node node) {
    List<Edge> inward =
        map.edges().stream().filter(edge -> isBetween(edge.from(), node, edge.to())).toList();
    List<Edge> outward =
        map.edges().stream().filter(edge -> isBetween(edge.to(), node, edge.from())).toList();
    boolean forbidden =
        map.edges().stream()
            .filter(edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()))
            .anyMatch(Edge::forbidden);
    String name = node.adapter().isEmpty() ? node.role().text() : node.adapter();
    return new AdapterShape(
        name,
        sideOf(node, inward),
        node.classes(),
        sum(inward, Edge::facts),
        sum(outward, Edge::facts),
        forbidden);
  }

  /** An adapter that nobody told a direction stands where most of its ports are. */
  private AdapterShape.Side sideOf(Node node, List<Edge> inward) {
    if (node.role() == Role.DRIVING_ADAPTER) {
      return AdapterShape.Side.DRIVING;
    }
    if (node.role() == Role.DRIVEN_ADAPTER) {
      return AdapterShape.Side.DRIVEN;
    }
    int driving = portsAmong(inward, Role.DRIVING_PORT);
    int driven = portsAmong(inward, Role.DRIVEN_PORT);
    return driving > driven ? AdapterShape.Side.DRIVING : AdapterShape.Side.DRIVEN;
  }

  private int portsAmong(List<Edge> edges, Role role) {
    return sum(
        edges.stream()
            .filter(
                edge -> {
                  Node to = nodes.get(edge.to());
                  return to != null && to.role() == role;
                })
            .toList(),
        Edge::facts);
  }

  private boolean isBetween(String adapter, Node node, String inside) {
    Node other = nodes.get(inside);
    return adapter.equals(node.id()) && other != null && isInside(other);
  }

  private static boolean isInside(Node node) {
    return node.role().isDomain() || node.role().isPort() || node.role() == Role.APPLICATION;
  }

  private boolean leavesTheDomain(Edge edge) {
    Node from = nodes.get(edge.from());
    Node to = nodes.get(edge.to());
    return edge.forbidden()
        && from != null
        && to != null
        && from.role().isDomain()
        && isInside(to)
        && !to.role().isDomain();
  }

  /** The context that a node is drawn in; classes of the application without one in none. */
  private static @Nullable String contextOf(Node node) {
    if (!isInside(node)) {
      return null;
    }
    if (!node.context().isEmpty()) {
      return node.context();
    }
    return node.role() == Role.SHARED_KERNEL ? KERNEL : null;
  }

  private List<String> names(Predicate<Node> which) {
    return map.nodes().stream()
        .filter(which)
        .flatMap(node -> simple(node.highlights()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private int classes(Predicate<Node> which) {
    return map.nodes().stream().filter(which).mapToInt(Node::classes).sum();
  }

  private static int sum(List<Edge> edges, ToIntFunction<Edge> figure) {
    return edges.stream().mapToInt(figure).sum();
  }

  private static List<String> simple(List<String> names) {
    return names.stream().map(name -> name.substring(name.lastIndexOf('.') + 1)).toList();
  }
}
