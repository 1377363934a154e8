package dev.hexwing.architecture;

import dev.hexwing.architecture.ArchitectureMap.Edge;
import dev.hexwing.architecture.ArchitectureMap.Node;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the map of hexagons and contexts from what classes refer to. */
final class MapMaker {

  private MapMaker() {}

  static ArchitectureMap draw(CodeBase code, Collection<Finding> findings) {
    Set<String> forbidden = new HashSet<>();
    findings.forEach(one -> forbidden.add(one.origin() + " " + one.target()));
    Map<String, Room> rooms = new TreeMap<>();
    Map<String, Way> ways = new TreeMap<>();
    for (ClassInfo one : code.classes()) {
      RoleAssignment from = code.roleOf(one);
      rooms.computeIfAbsent(id(from), id -> new Room(from)).add(one, from);
      for (Reference to : one.references()) {
        if (!code.isOurs(to.target()) || code.find(to.target()) == null) {
          continue;
        }
        RoleAssignment other = code.roleOf(to.target());
        if (!id(other).equals(id(from))) {
          ways.computeIfAbsent(id(from) + " " + id(other), key -> new Way(id(from), id(other)))
              .add(code, one, to, forbidden.contains(one.name() + " " + to.target()));
        }
      }
    }
    List<Node> nodes =
        rooms.values().stream().map(Room::node).sorted(Comparator.comparing(Node::id)).toList();
    List<Edge> edges = ways.values().stream().map(Way::edge).toList();
    return new ArchitectureMap(nodes, edges);
  }

  private static String id(RoleAssignment of) {
    return new Node(of.role(), of.context(), of.adapter(), 1, List.of()).id();
  }

  /** A node while it fills. */
  private static final class Room {
    private final RoleAssignment like;
    private final Set<String> highlights = new TreeSet<>();
    private int classes;

    Room(RoleAssignment like) {
      this.like = like;
    }

    void add(ClassInfo type, RoleAssignment told) {
      if (type.enclosing().isEmpty()) {
        classes++;
        if (told.is(Block.AGGREGATE_ROOT) || (told.role().isPort() && type.isInterface())) {
          highlights.add(type.simpleName());
        }
      }
    }

    Node node() {
      return new Node(
          like.role(), like.context(), like.adapter(), classes, new ArrayList<>(highlights));
    }
  }

  /** An edge while it is counted. */
  private static final class Way {
    private final String from;
    private final String to;
    private int facts;
    private boolean eventsOnly = true;
    private boolean throughTranslators = true;
    private boolean forbidden;

    Way(String from, String to) {
      this.from = from;
      this.to = to;
    }

    void add(CodeBase code, ClassInfo origin, Reference reference, boolean isForbidden) {
      facts++;
      forbidden |= isForbidden;
      if (!ContextRules.isMeetingPoint(code, reference.target())) {
        eventsOnly = false;
        throughTranslators &= ContextRules.isTranslator(code, origin.name());
      }
    }

    Edge edge() {
      return new Edge(from, to, facts, eventsOnly, throughTranslators && !eventsOnly, forbidden);
    }
  }
}
