package org.zfscope.viz;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zfscope.models.Activations;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Progress;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.Destination;
import org.zfscope.viz.deconv.Step;
import org.zfscope.viz.deconv.Steps;

/**
 * The deconvnet [Zeiler2014 §2.1]: carries a unit's activation, everything else in its layer set to zero, back to the
 * pixels, layer by layer: unpool with the recorded switches, rectify, filter with the transposed filters.
 *
 * <p>What comes out shows which part of the picture the unit answered to. Distrust it as a picture of what the unit
 * means in general: it is much like a partial copy of the picture [Nie2018].
 *
 * <p>Only the window that a unit sees is carried, and units of one layer travel together. The engine keeps turned filters
 * ready from one call to the next; who opens a projector closes it. It is not meant for several threads at once.
 */
public final class Projector implements AutoCloseable {

    private final Network network;
    private final Method method;
    private final Steps steps;

    public Projector(Network network, Method method) {
        this.network = network;
        this.method = method;
        this.steps = new Steps(method.relu(), method.lrn(), method.gates());
    }

    /**
     * Projects one target in the run's first picture.
     *
     * @param run of this network, with everything kept
     * @throws InputException if the network has no such unit
     */
    public Projection project(Activations run, Target target) {
        return project(run, List.of(target), Progress.SILENT).get(0);
    }

    /** Projects targets in the run's first picture, in the order given. */
    public List<Projection> project(Activations run, List<? extends Target> targets, Progress progress) {
        Targets found = new Targets(run, 0);
        return projectUnits(run, targets.stream().map(found::find).toList(), progress);
    }

    /** Projects every map's strongest unit of a layer, in the run's first picture. */
    public List<Projection> projectLayer(Activations run, String layer, Progress progress) {
        List<Target> all = new ArrayList<>();
        for (int unit = 0; unit < network.shape(layer).channels(); unit++) {
            all.add(new Target.Strongest(layer, unit));
        }
        return project(run, all, progress);
    }

    /**
     * Projects units found in a run before.
     *
     * @param progress told after each layer, of units that are done
     */
    public List<Projection> projectUnits(Activations run, List<Unit> units, Progress progress) {
        Map<Integer, Projection> done = new TreeMap<>();
        for (List<Integer> batch : Batches.of(network, steps, units)) {
            List<Unit> some = batch.stream().map(units::get).toList();
            int before = done.size();
            List<Projection> projections =
                    projectBatch(run, some, (layers, all) -> progress.report(before, units.size()));
            for (int i = 0; i < some.size(); i++) {
                done.put(batch.get(i), projections.get(i));
            }
            progress.report(done.size(), units.size());
        }
        return new ArrayList<>(done.values());
    }

    /**
     * The signal of a target on its way down, where it has come to a layer's output: [channels, height, width] of that
     * layer, zero where it does not reach. At the target's own layer it is the seed.
     *
     * @throws InputException if the network has no such unit, or the target does not depend on the layer
     */
    public Tensor signal(Activations run, Target target, String layer) {
        Unit unit = new Targets(run, 0).find(target);
        Route route = new Route(network, steps, unit.layer(), List.of(unit.place()));
        if (route.downwards().stream().noneMatch(n -> n.name().equals(layer))) {
            throw new InputException(say("viz.projector.signal-does-pass-layer", target, layer));
        }
        Signal seed = new Signal(seed(run, List.of(unit)), List.of(unit.place()));
        try (Signal signal = walk(run, route, unit.layer(), layer, seed, Progress.SILENT)) {
            Window place = signal.places().get(0).window();
            Shape maps = network.shape(layer);
            return signal.values().picture(0).crop(new Window(-place.y(), -place.x(), maps.height(), maps.width()));
        }
    }

    private List<Projection> projectBatch(Activations run, List<Unit> units, Progress progress) {
        String layer = units.get(0).layer();
        List<Place> seeds = units.stream().map(Unit::place).toList();
        Route route = new Route(network, steps, layer, seeds);
        Signal above = new Signal(seed(run, units), seeds);
        try (Signal pixels = walk(run, route, layer, Network.INPUT, above, progress)) {
            List<Projection> projections = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                projections.add(projection(units.get(i), pixels, i));
            }
            return projections;
        }
    }

    /** For each unit [channels, window height, window width], zero but for its own map. */
    private Maps seed(Activations run, List<Unit> units) {
        Window window = units.get(0).window();
        Shape all = network.shape(units.get(0).layer());
        Shape shape = new Shape(all.channels(), window.height(), window.width());
        float[] values = new float[Math.multiplyExact(units.size(), shape.size())];
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Tensor map = run.map(unit.layer(), unit.picture(), unit.unit()).crop(unit.window());
            for (int p = 0; p < map.values().length; p++) {
                values[i * shape.size() + unit.unit() * shape.area() + p] =
                        method.seed() == Method.Seed.ONE ? 1 : map.values()[p];
            }
        }
        return network.engine().of(units.size(), shape, values);
    }

    /** Carries the seed from a layer's output to that of another one below, or to the input. */
    private Signal walk(Activations run, Route route, String from, String to, Signal seed, Progress progress) {
        Map<String, Signal> signals = new HashMap<>();
        signals.put(from, seed);
        int done = 0;
        try {
            for (Node node : route.downwards()) {
                if (node.name().equals(to)) {
                    break; // all that adds to its signal has been
                }
                Signal above = signals.remove(node.name());
                if (above != null) {
                    stepBack(run, route, node, above, to, signals);
                }
                progress.report(++done, route.downwards().size());
            }
            return arrived(signals, from, to);
        } catch (RuntimeException | OutOfMemoryError e) {
            signals.values().forEach(Signal::close);
            throw e;
        }
    }

    private static Signal arrived(Map<String, Signal> signals, String from, String to) {
        Signal signal = signals.remove(to);
        signals.values().forEach(Signal::close);
        if (signal == null) {
            throw new IllegalStateException("layer " + from + " does not depend on " + to);
        }
        return signal;
    }

    /** Where branches of the network fork, their signals add up. */
    private void stepBack(
            Activations run, Route route, Node node, Signal above, String to, Map<String, Signal> signals) {
        Step step = steps.through(node.layer());
        LayerRecord record = run.record(node.name());
        try (above) {
            for (int i = 0; i < node.inputs().size(); i++) {
                if (!step.leadsTo(i)) {
                    continue;
                }
                String input = node.inputs().get(i);
                Destination below = new Destination(i, network.shape(input), route.at(input));
                Optional<String> passed = input.equals(to) ? Optional.empty() : belowPlainRelu(route, input);
                Maps signal =
                        passed.isPresent() ? step.backRectified(record, above, below) : step.back(record, above, below);
                meet(signals, passed.orElse(input), new Signal(signal, below.places()));
            }
        }
    }

    /** What is below a ReLU that does nothing but rectify the one signal that comes to it: the step above can do that. */
    private Optional<String> belowPlainRelu(Route route, String layer) {
        if (!network.has(layer) || !steps.onlyRectify(network.node(layer).layer())) {
            return Optional.empty();
        }
        String input = network.node(layer).inputs().get(0);
        boolean alone = route.signals(layer) == 1 && route.at(layer).equals(route.at(input));
        return alone ? Optional.of(input) : Optional.empty();
    }

    private static void meet(Map<String, Signal> signals, String layer, Signal signal) {
        Signal met = signals.remove(layer);
        if (met == null) {
            signals.put(layer, signal);
            return;
        }
        try (met;
                signal) {
            signals.put(layer, new Signal(signal.engine().add(List.of(met.values(), signal.values())), met.places()));
        }
    }

    private Projection projection(Unit unit, Signal pixels, int i) {
        Window place = pixels.places().get(i).window();
        Window field = visible(ReceptiveField.window(network, unit.layer(), unit.window()));
        Tensor values = pixels.values()
                .picture(i)
                .crop(new Window(field.y() - place.y(), field.x() - place.x(), field.height(), field.width()));
        return new Projection(unit, method, field, values, network.input());
    }

    /** The part inside the picture, or one pixel of it where a unit sees nothing but padding. */
    private Window visible(Window field) {
        Window inside = field.clip(network.input());
        return inside.fit(Math.max(1, inside.height()), Math.max(1, inside.width()), network.input());
    }

    /** Projectors of the same network that go on prepare their filters anew. */
    @Override
    public void close() {
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Weighted weighted) {
                network.engine().forgetTransposed(weighted.weights());
            }
        }
    }
}
