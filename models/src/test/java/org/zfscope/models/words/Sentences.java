package org.zfscope.models.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes text in code a sentence that belongs into a bundle, and what only looks like one. */
public final class Sentences {

    /** Stands for what is joined to text. */
    private static final String OPERAND = "\u0001";

    /** Two words, or one beside what is joined to it. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[,;:.)'\"]*\\s+[('\"]*\\p{L}"
            + "|\\p{L}{2,}[,;:.('=]*\\s+[('\"]*(\u0001|%[^ n])"
            + "|(\u0001|%[-,.0-9]*[sdfg])[,;:.)'\"]*\\s+[('\"]*\\p{L}"
            + "|^\\s*[,;:.(]*\\s*\\p{L}{2,}[,;:]?\\s+$");

    /** A name on something that is clicked or read: capitals begin it. */
    private static final Pattern CAPTION = Pattern.compile("[A-Z][a-z]+( \u2026|:)?");

    /** What fails by a fault of the program's own; nobody but its makers reads it. */
    private static final Set<String> INTERNAL = Set.of(
            "IllegalStateException",
            "AssertionError",
            "UnsupportedOperationException",
            "requireNonNull",
            // of oneDNN
            "Status.check");

    /** Methods that take patterns, parts of files' contents, names of styles, and other text that nobody reads. */
    private static final Set<String> CODE = Set.of(
            "matches",
            "replaceAll",
            "replaceFirst",
            "replace",
            "split",
            "compile",
            "ofPattern",
            "header",
            "startsWith",
            "endsWith",
            "equals",
            "contains",
            "indexOf",
            "setStyle",
            "getStyleClass",
            "lookup",
            "getResource",
            "getResourceAsStream");

    private static final Set<String> PICOCLI = Set.of("description", "header", "footer");

    private Sentences() {}

    /** Text and what is joined to it, in order; text as {@link String}, all else as a tree. */
    public static List<Object> parts(ExpressionTree tree) {
        List<Object> parts = new ArrayList<>();
        collect(tree, parts);
        return parts;
    }

    private static void collect(ExpressionTree tree, List<Object> parts) {
        if (tree instanceof ParenthesizedTree inner && literal(inner.getExpression())) {
            collect(inner.getExpression(), parts);
        } else if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS && hasText(tree)) {
            collect(binary.getLeftOperand(), parts);
            collect(binary.getRightOperand(), parts);
        } else if (literal(tree)) {
            parts.add(String.valueOf(((LiteralTree) tree).getValue()));
        } else {
            parts.add(tree);
        }
    }

    private static boolean literal(ExpressionTree tree) {
        return tree.getKind() == Tree.Kind.STRING_LITERAL || tree.getKind() == Tree.Kind.CHAR_LITERAL;
    }

    /** Whether a sum joins text, not numbers. */
    public static boolean hasText(ExpressionTree tree) {
        return tree.getKind() == Tree.Kind.STRING_LITERAL
                || (tree instanceof BinaryTree binary
                        && binary.getKind() == Tree.Kind.PLUS
                        && (hasText(binary.getLeftOperand()) || hasText(binary.getRightOperand())));
    }

    /** Whether a person would read it as words. */
    public static boolean sentence(List<Object> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof String words ? words : OPERAND));
        return SENTENCE.matcher(text).find();
    }

    public static boolean caption(List<Object> parts) {
        return parts.size() == 1
                && parts.get(0) instanceof String text
                && CAPTION.matcher(text).matches();
    }

    /** Whether it stands where nobody reads it. */
    public static boolean exempt(TreePath path) {
        Tree below = path.getLeaf();
        for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (tree instanceof AnnotationTree) {
                return !(below instanceof AssignmentTree given
                        && PICOCLI.contains(given.getVariable().toString()));
            }
            if (tree instanceof CaseTree label && label.getExpressions().contains(below)) {
                return true;
            }
            String name = name(tree);
            if (INTERNAL.contains(name) || (CODE.contains(name) && !isReceiver(tree, below))) {
                return true;
            }
            if (!(tree instanceof ExpressionTree)) {
                return false;
            }
            below = tree;
        }
        return false;
    }

    private static boolean isReceiver(Tree call, Tree below) {
        return call instanceof MethodInvocationTree invocation && invocation.getMethodSelect() == below;
    }

    /** What is called or made, by its simple name. */
    public static String name(Tree tree) {
        if (tree instanceof MethodInvocationTree call) {
            String last = simple(call.getMethodSelect());
            boolean styles = call.getMethodSelect() instanceof MemberSelectTree select
                    && name(select.getExpression()).equals("getStyleClass");
            String whole = call.getMethodSelect().toString();
            return styles ? "getStyleClass" : INTERNAL.contains(whole) ? whole : last;
        }
        return tree instanceof NewClassTree made ? simple(made.getIdentifier()) : "";
    }

    private static String simple(Tree name) {
        if (name instanceof MemberSelectTree select) {
            return select.getIdentifier().toString();
        }
        return name instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
    }

    /** Whether captions count: in the window, where single words stand on buttons. */
    public static boolean inWindow(CompilationUnitTree unit) {
        return String.valueOf(unit.getPackageName()).startsWith("org.zfscope.app");
    }
}
