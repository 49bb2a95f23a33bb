package org.zfscope.models.load.keras;

/** Channels last, as Keras has its maps: [rows, columns, channels]. Everything is done by loops that are easy to believe. */
record Pixels(double[] values, int rows, int columns, int channels) {

    /** What one value of the result is. */
    interface Value {
        double at(int y, int x, int c);
    }

    static Pixels of(int rows, int columns, int channels, Value value) {
        double[] values = new double[rows * columns * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i / channels / columns, i / channels % columns, i % channels);
        }
        return new Pixels(values, rows, columns, channels);
    }

    /** Zero outside. */
    double at(int y, int x, int c) {
        return isInside(y, x) ? values[(y * columns + x) * channels + c] : 0;
    }

    boolean isInside(int y, int x) {
        return y >= 0 && x >= 0 && y < rows && x < columns;
    }

    Pixels each(Value value) {
        return of(rows, columns, channels, value);
    }

    /** How a window slides, as TensorFlow reads a layer's settings. */
    record Slide(int kernelRows, int kernelColumns, int stride, int dilation, boolean same) {

        int windows(int side, int kernel) {
            int extent = (kernel - 1) * dilation + 1;
            return same ? (side + stride - 1) / stride : (side - extent) / stride + 1;
        }

        int before(int side, int kernel) {
            int extent = (kernel - 1) * dilation + 1;
            return same ? Math.max((windows(side, kernel) - 1) * stride + extent - side, 0) / 2 : 0;
        }

        Pixels over(Pixels in, int channels, Value value) {
            return of(windows(in.rows, kernelRows), windows(in.columns, kernelColumns), channels, value);
        }

        int y(Pixels in, int window, int i) {
            return window * stride - before(in.rows, kernelRows) + i * dilation;
        }

        int x(Pixels in, int window, int i) {
            return window * stride - before(in.columns, kernelColumns) + i * dilation;
        }
    }

    /** Kernel [height, width, channels / groups, filters]. */
    Pixels convolved(Slide slide, Array kernel, Array bias, int groups) {
        int filters = kernel.sides()[3];
        int each = channels / groups;
        return slide.over(this, filters, (y, x, f) -> {
            double sum = bias.at(f);
            for (int i = 0; i < slide.kernelRows; i++) {
                for (int j = 0; j < slide.kernelColumns; j++) {
                    for (int c = 0; c < each; c++) {
                        int channel = f / (filters / groups) * each + c;
                        sum += at(slide.y(this, y, i), slide.x(this, x, j), channel) * kernel.at(i, j, c, f);
                    }
                }
            }
            return sum;
        });
    }

    /** Kernel [height, width, channels, multiplier]. */
    Pixels depthwise(Slide slide, Array kernel, Array bias) {
        int multiplier = kernel.sides()[3];
        return slide.over(this, channels * multiplier, (y, x, f) -> {
            double sum = bias.at(f);
            for (int i = 0; i < slide.kernelRows; i++) {
                for (int j = 0; j < slide.kernelColumns; j++) {
                    sum += at(slide.y(this, y, i), slide.x(this, x, j), f / multiplier)
                            * kernel.at(i, j, f / multiplier, f % multiplier);
                }
            }
            return sum;
        });
    }

    /** Kernel [height, width, filters, channels]: each value lays its filter over the output, whose frame is cut off. */
    Pixels transposed(Slide slide, Array kernel, Array bias, int height, int width) {
        int filters = kernel.sides()[2];
        double[] out = new double[height * width * filters];
        Slide back = slide;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                for (int i = 0; i < slide.kernelRows; i++) {
                    for (int j = 0; j < slide.kernelColumns; j++) {
                        int at = y * slide.stride - back.before(height, slide.kernelRows) + i;
                        int left = x * slide.stride - back.before(width, slide.kernelColumns) + j;
                        for (int f = 0; f < filters && at >= 0 && left >= 0 && at < height && left < width; f++) {
                            for (int c = 0; c < channels; c++) {
                                out[(at * width + left) * filters + f] += at(y, x, c) * kernel.at(i, j, f, c);
                            }
                        }
                    }
                }
            }
        }
        return of(height, width, filters, (y, x, f) -> out[(y * width + x) * filters + f] + bias.at(f));
    }

    Pixels largest(Slide slide) {
        return slide.over(this, channels, (y, x, c) -> {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < slide.kernelRows; i++) {
                for (int j = 0; j < slide.kernelColumns; j++) {
                    int row = slide.y(this, y, i);
                    int column = slide.x(this, x, j);
                    most = isInside(row, column) ? Math.max(most, at(row, column, c)) : most;
                }
            }
            return most;
        });
    }

    /** Of the positions inside. */
    Pixels mean(Slide slide) {
        return slide.over(this, channels, (y, x, c) -> {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < slide.kernelRows; i++) {
                for (int j = 0; j < slide.kernelColumns; j++) {
                    int row = slide.y(this, y, i);
                    int column = slide.x(this, x, j);
                    sum += at(row, column, c);
                    count += isInside(row, column) ? 1 : 0;
                }
            }
            return sum / count;
        });
    }

    /** A matrix [inputs, units] times all values in Keras' order. */
    Pixels dense(Array matrix, Array bias) {
        return of(1, 1, matrix.sides()[1], (y, x, unit) -> {
            double sum = bias.at(unit);
            for (int i = 0; i < values.length; i++) {
                sum += values[i] * matrix.at(i, unit);
            }
            return sum;
        });
    }
}
