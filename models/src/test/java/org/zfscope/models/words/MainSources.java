package org.zfscope.models.words;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The words in a module's main sources: keys, and sentences that should have been keys. */
final class MainSources {

    private static final Pattern KEY = Pattern.compile("(models|viz|cli|app|cluster)\\.[a-z0-9-]+\\.[a-z0-9-]+");
    private static final Pattern PICOCLI = Pattern.compile("\\$\\{bundle:(.*)}");

    /**
     * A key in the code.
     *
     * @param arguments how many the sentence gets; {@link #UNKNOWN} where the key is said elsewhere
     */
    record Said(String name, int arguments, String where) {
        static final int UNKNOWN = -1;
    }

    /** A sentence in the code. */
    record Sentence(String text, String where) {
        @Override
        public String toString() {
            return where + " " + text;
        }
    }

    private final List<Said> keys = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    /** Reads all sources below a folder. */
    MainSources(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            List<Path> sources =
                    paths.filter(p -> p.toString().endsWith(".java")).sorted().toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, Trees.instance(task).getSourcePositions()).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Said> keys() {
        return List.copyOf(keys);
    }

    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Scanner(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
            if (Sentences.hasText(tree)) {
                look(tree);
                for (Object part : Sentences.parts(tree)) {
                    if (part instanceof ExpressionTree joined) {
                        scan(joined, null);
                    }
                }
                return null;
            }
            return super.visitBinary(tree, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
            if (tree.getKind() == Tree.Kind.STRING_LITERAL) {
                Matcher picocli = PICOCLI.matcher((String) tree.getValue());
                String text = picocli.matches() ? picocli.group(1) : (String) tree.getValue();
                if (KEY.matcher(text).matches()) {
                    keys.add(new Said(text, arguments(tree), where(tree)));
                } else {
                    look(tree);
                }
            }
            return null;
        }

        private int arguments(LiteralTree key) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return parent instanceof MethodInvocationTree call
                            && Sentences.name(call).equals("say")
                            && call.getArguments().get(0) == key
                    ? call.getArguments().size() - 1
                    : Said.UNKNOWN;
        }

        private void look(ExpressionTree tree) {
            List<Object> parts = Sentences.parts(tree);
            boolean reads = Sentences.sentence(parts) || (Sentences.inWindow(unit) && Sentences.caption(parts));
            if (reads && !Sentences.exempt(getCurrentPath())) {
                sentences.add(new Sentence(tree.toString().replace("\\'", "'"), where(tree)));
            }
        }

        private String where(Tree tree) {
            Path file = Path.of(unit.getSourceFile().toUri());
            return file.getFileName() + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }
    }
}
