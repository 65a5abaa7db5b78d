import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens a GEXF as Gephi does, and prints its nodes, its relationships with their years, and what Gephi complains of. */
class Opened {
    public static void main(String[] names) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container read = importer.importFile(new File(names[0]));
        read.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        read.getReport().getIssues(1000).forEachRemaining(issue -> {
            if (issue.getLevel() != Issue.Level.INFO) {
                out.println("issue\t" + issue.getLevel() + "\t" + issue.getMessage());
            }
        });
        importer.process(read, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphController graphs = Lookup.getDefault().lookup(GraphController.class);
        DirectedGraph graph = graphs.getGraphModel(projects.getCurrentWorkspace()).getDirectedGraph();
        for (Node node : graph.getNodes()) {
            out.println("node\t" + node.getId() + "\t" + node.getLabel());
        }
        for (Edge edge : graph.getEdges()) {
            String ends = edge.getSource().getId() + "\t" + edge.getLabel() + "\t" + edge.getTarget().getId();
            out.println("edge\t" + edge.getId() + "\t" + ends + "\t" + first(edge.getAttribute("timeset")));
        }
        System.exit(0);
    }

    private static String first(Object times) {
        if (!(times instanceof IntervalSet) || ((IntervalSet) times).isEmpty()) {
            return "";
        }
        Interval interval = ((IntervalSet) times).toArray()[0];
        return String.valueOf((int) interval.getLow());
    }
}
