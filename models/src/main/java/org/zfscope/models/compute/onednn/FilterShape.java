package org.zfscope.models.compute.onednn;

import static org.zfscope.models.words.Words.say;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Filters in {@code groups} sets that share nothing.
 *
 * @param filters outputs of all groups together
 * @param channels inputs of all groups together
 */
public record FilterShape(int filters, int channels, int groups, int height, int width) {

    public FilterShape {
        if (groups < 1 || filters % groups != 0 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    say("models.filter-shape.filters-channels-do-fall", filters, channels, groups));
        }
    }

    /** Filters of one group. */
    int each() {
        return filters / groups;
    }

    /** Channels that one filter sees. */
    int depth() {
        return channels / groups;
    }

    int area() {
        return height * width;
    }

    int size() {
        return Math.multiplyExact(filters, depth() * area());
    }

    /** Of the filters that lead back. */
    FilterShape turned() {
        return new FilterShape(/* filters= */ channels, /* channels= */ filters, groups, height, width);
    }

    dnnl_memory_desc_t plain() {
        return describe(dnnl.dnnl_oihw, dnnl.dnnl_goihw);
    }

    /** In whatever order an operation likes. */
    dnnl_memory_desc_t any() {
        return describe(dnnl.dnnl_format_tag_any, dnnl.dnnl_format_tag_any);
    }

    private dnnl_memory_desc_t describe(int tag, int grouped) {
        return groups == 1
                ? Description.floats(tag, filters, channels, height, width)
                : Description.floats(grouped, groups, each(), depth(), height, width);
    }
}
