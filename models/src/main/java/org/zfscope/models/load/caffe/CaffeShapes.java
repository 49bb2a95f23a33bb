package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.Sampling;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Layers that move numbers but hardly change them, and the softmax. */
final class CaffeShapes {

    private CaffeShapes() {}

    static void dropout(CaffeStep step) {
        step.becomes(new Dropout(step.settings("dropout_param").real("dropout_ratio", (float) Dropout.USUAL)));
    }

    static void softmax(CaffeStep step) {
        step.requireChannels("softmax_param");
        step.becomes(new Softmax());
    }

    /** The same under each of its tops: Caffe puts it in where several layers take one blob. */
    static void split(CaffeStep step) {
        for (int top = 0; top < step.layer().tops().size(); top++) {
            step.give(top, step.input());
        }
    }

    static void flatten(CaffeStep step) {
        step.requireChannels("flatten_param");
        int end = step.settings("flatten_param").integer("end_axis", -1);
        if (end != -1 && end != step.input().rank() - 1) {
            throw new IllegalArgumentException(say("models.caffe-shapes.end-axis", end));
        }
        step.becomes(new Flatten(), 2);
    }

    static void concat(CaffeStep step) {
        int old = step.settings("concat_param").integer("concat_dim", 1);
        if (step.axis("concat_param", old) != 1) {
            throw new IllegalArgumentException(say("models.caffe-step.axis", step.axis("concat_param", old)));
        }
        step.becomes(new Concat());
    }

    /** Sides of 0 stay as they are, one of -1 is what is left over. */
    static void reshape(CaffeStep step) {
        CaffeMessage settings = step.settings("reshape_param");
        List<Integer> dims = settings.message("shape").integers("dim");
        boolean whole = settings.integer("axis", 0) == 0 && settings.integer("num_axes", -1) == -1;
        if (!whole || dims.size() < 2 || dims.size() > 4 || dims.get(0) > 1) {
            throw new IllegalArgumentException(say("models.caffe-shapes.reshape", dims));
        }
        Shape from = step.shape();
        int[] sides = {from.channels(), from.height(), from.width()};
        int open = -1;
        long known = 1;
        int[] to = {1, 1, 1};
        for (int i = 1; i < dims.size(); i++) {
            to[i - 1] = dims.get(i) == 0 ? sides[i - 1] : dims.get(i);
            open = to[i - 1] == -1 ? i - 1 : open;
            known *= Math.max(1, Math.abs((long) to[i - 1]));
        }
        if (open >= 0) {
            to[open] = (int) Math.min(from.size(), Math.max(1, from.size() / known));
        }
        Shape shape = new Shape(to[0], to[1], to[2]);
        if (shape.isFlat()) {
            step.becomes(new Flatten(), dims.size());
        } else {
            step.becomes(new Reshape(shape), dims.size());
        }
    }

    /** Channels shared out over its tops, at the points that it names, or evenly. */
    static void slice(CaffeStep step) {
        CaffeMessage settings = step.settings("slice_param");
        int axis = step.axis("slice_param", settings.integer("slice_dim", 1));
        if (axis != 1) {
            throw new IllegalArgumentException(say("models.caffe-step.axis", axis));
        }
        int tops = step.layer().tops().size();
        int channels = step.shape().channels();
        List<Integer> points = new ArrayList<>(settings.integers("slice_point"));
        for (int i = 1; i < tops && points.size() < tops - 1; i++) {
            points.add(channels / tops * i);
        }
        points.add(0, 0);
        points.add(channels);
        if (points.size() != tops + 1 || (!settings.has("slice_point") && channels % tops != 0)) {
            throw new IllegalArgumentException(say("models.caffe-shapes.slice", channels, tops, points));
        }
        for (int top = 0; top < tops; top++) {
            int first = points.get(top);
            int count = points.get(top + 1) - first;
            if (first < 0 || count < 1 || points.get(top + 1) > channels) {
                throw new IllegalArgumentException(say("models.caffe-shapes.slice", channels, tops, points));
            }
            step.give(top, step.add(step.name(top), SelectChannels.range(first, count), step.input()));
        }
    }

    /** What lies at an offset in the first input and is as large as the second, which only says so. */
    static void crop(CaffeStep step) {
        if (step.inputs().size() != 2 || step.axis("crop_param", 2) != 2) {
            throw new IllegalArgumentException(say("models.caffe-shapes.crop", step.axis("crop_param", 2)));
        }
        List<Integer> offsets = step.settings("crop_param").integers("offset");
        CaffeValue from = step.inputs().get(0);
        Shape size = step.inputs().get(1).shape();
        int down = offsets.isEmpty() ? 0 : offsets.get(0);
        int right = offsets.isEmpty() ? 0 : offsets.get(offsets.size() - 1);
        SelectPixels window = SelectPixels.crop(new Window(down, right, size.height(), size.width()));
        step.give(0, step.add(step.layer().name(), window, from));
    }

    /**
     * Maps of another size on straight lines between what is there, corners on corners, as DeepLab's and PSPNet's users have it:
     * of a height and width, zoomed or shrunk.
     */
    static void interpolate(CaffeStep step) {
        CaffeMessage settings = step.settings("interp_param");
        int padded = settings.integer("pad_beg", 0) | settings.integer("pad_end", 0);
        int zoom = settings.integer("zoom_factor", 1);
        int shrink = settings.integer("shrink_factor", 1);
        if (padded != 0 || zoom < 1 || shrink < 1) {
            throw new IllegalArgumentException(say("models.caffe-shapes.interpolation", padded, zoom, shrink));
        }
        Shape from = step.inputs().get(0).shape();
        Shape like = step.inputs().size() == 2 ? step.inputs().get(1).shape() : from;
        int height = settings.integer("height", zoomed(like.height(), zoom, shrink));
        int width = settings.integer("width", zoomed(like.width(), zoom, shrink));
        Layer resize = new Resize(aligned(from.height(), height), aligned(from.width(), width));
        step.give(0, step.add(step.layer().name(), resize, step.inputs().get(0)));
    }

    private static int zoomed(int side, int zoom, int shrink) {
        int shrunk = (side - 1) / shrink + 1;
        return Math.addExact(shrunk, Math.multiplyExact(shrunk - 1, zoom - 1));
    }

    private static Sampling aligned(int from, int to) {
        return new Sampling(to, (double) to / from, Sampling.Coordinates.ALIGN_CORNERS, Sampling.Interpolation.LINEAR);
    }

    /** Channels of groups in turn, as ShuffleNet's users have it. */
    static void shuffle(CaffeStep step) {
        int groups = step.settings("shuffle_channel_param").integer("group", 1);
        step.becomes(SelectChannels.shuffle(step.shape().channels(), groups));
    }
}
