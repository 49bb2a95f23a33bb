package org.zfscope.viz.analysis;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** What learns classes from features: linear, one class against the rest, by LIBLINEAR [Fan2008]. */
public enum Classifier {

    /** A support vector machine with squared hinge loss. */
    SVM(SolverType.L2R_L2LOSS_SVC_DUAL, 0.1),

    /** Logistic regression, in the place of the softmax of [Zeiler2014 table 7], which learns all classes at once. */
    LOGISTIC(SolverType.L2R_LR_DUAL, 0.1);

    static {
        Linear.disableDebugOutput();
    }

    private final SolverType solver;
    private final double tolerance;

    Classifier(SolverType solver, double tolerance) {
        this.solver = solver;
        this.tolerance = tolerance;
    }

    /**
     * Learns.
     *
     * @param features [pictures][features]
     * @param classes of the pictures
     * @param cost of a mistake against long weights: LIBLINEAR's C
     * @return gives the class of a feature vector
     */
    ToIntFunction<float[]> learn(List<float[]> features, List<Integer> classes, double cost, long seed) {
        Problem problem = new Problem();
        problem.bias = 1;
        problem.l = features.size();
        problem.n = features.get(0).length + 1;
        problem.x = features.stream().map(Classifier::sparse).toArray(Feature[][]::new);
        problem.y = classes.stream().mapToDouble(c -> c).toArray();
        Parameter parameter = new Parameter(solver, cost, tolerance);
        parameter.setRandom(new Random(seed));
        Model model = Linear.train(problem, parameter);
        return vector -> (int) Linear.predict(model, sparse(vector));
    }

    /** What is not zero, counted from 1, with the constant that the bias is the weight of. */
    private static Feature[] sparse(float[] vector) {
        List<Feature> nodes = new ArrayList<>();
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] != 0) {
                nodes.add(new FeatureNode(i + 1, vector[i]));
            }
        }
        nodes.add(new FeatureNode(vector.length + 1, 1));
        return nodes.toArray(Feature[]::new);
    }
}
