package org.zfscope.viz.chart;

/** The charts that are grids of simple patterns. */
final class Patterns {

    private static final Colour GREY = Colour.grey(0.5);
    private static final double GAP = 0.06;

    private Patterns() {}

    static Colour gratings(double x, double y) {
        int grid = 6;
        if (gap(x * grid) || gap(y * grid)) {
            return GREY;
        }
        double angle = Math.PI * Math.floor(x * grid) / grid;
        double frequency = 4 * Math.pow(2, Math.floor(y * grid) * 0.6); // cycles a tile
        double u = x * grid % 1 - 0.5;
        double v = y * grid % 1 - 0.5;
        double wave = Math.sin(2 * Math.PI * frequency * (u * Math.cos(angle) + v * Math.sin(angle)));
        return Colour.grey(0.5 + 0.5 * wave);
    }

    static Colour checkerboards(double x, double y) {
        int grid = 4;
        if (gap(x * grid) || gap(y * grid)) {
            return GREY;
        }
        int column = (int) (x * grid);
        int row = (int) (y * grid);
        double u = x * grid % 1 - 0.5;
        double v = y * grid % 1 - 0.5;
        double turn = row % 2 == 0 ? 0 : Math.PI / 4;
        double squares = 2 * Math.pow(2, column);
        long across = (long) Math.floor((u * Math.cos(turn) + v * Math.sin(turn)) * squares);
        long down = (long) Math.floor((v * Math.cos(turn) - u * Math.sin(turn)) * squares);
        boolean dark = Math.floorMod(across + down, 2) == 0;
        if (row < 2) {
            return dark ? Colour.BLACK : Colour.WHITE;
        }
        double hue = column / 8.0;
        return Colour.hue(dark ? hue : hue + 0.5, 0.8, 0.85);
    }

    static Colour shapes(double x, double y) {
        int grid = 4;
        int row = (int) (y * grid);
        int column = (int) (x * grid);
        double u = (x * grid % 1 - 0.5) / 0.38;
        double v = (y * grid % 1 - 0.5) / 0.38;
        boolean inside = inside(row % 2 * grid + column, u, v);
        boolean light = row < 2;
        Colour coloured = Colour.hue((row * grid + column) / 16.0, 0.75, light ? 0.95 : 0.55);
        Colour ground = light ? Colour.grey(0.12) : Colour.grey(0.92);
        return inside ? coloured : ground;
    }

    private static boolean inside(int shape, double u, double v) {
        double r = Math.hypot(u, v);
        double angle = Math.atan2(v, u) + Math.PI / 2;
        return switch (shape) {
            case 0 -> r < 1;
            case 1 -> r < 1 && r > 0.62;
            case 2 -> Math.max(Math.abs(u), Math.abs(v)) < 0.85;
            case 3 -> r < polygon(3, angle) * 1.1;
            case 4 -> r < 0.45 + 0.55 * Math.pow(Math.abs(Math.cos(2.5 * angle)), 1.6);
            case 5 -> Math.min(Math.abs(u), Math.abs(v)) < 0.25 && Math.max(Math.abs(u), Math.abs(v)) < 1;
            case 6 -> r < polygon(6, angle);
            default -> Math.abs(u + v) < 0.35 && Math.abs(u - v) < 1.7;
        };
    }

    /** How far the side of a regular polygon lies from its middle; corners lie at 1, one of them at angle 0. */
    private static double polygon(int corners, double angle) {
        double half = Math.PI / corners;
        double from = angle - 2 * half * Math.floor(angle / (2 * half)) - half;
        return Math.cos(half) / Math.cos(from);
    }

    static Colour colours(double x, double y) {
        int columns = 12;
        if (y >= 0.75) {
            return opponents(x, (y - 0.75) * 4);
        }
        int row = (int) (y * 8);
        if (row == 5) {
            return Colour.grey(Math.floor(x * columns) / (columns - 1));
        }
        double hue = Math.floor(x * columns) / columns;
        return row < 3 ? Colour.hue(hue, (row + 1) / 3.0, 1) : Colour.hue(hue, 1, 1 - (row - 2) * 0.28);
    }

    /** Pairs of opponent colours that meet along an upright, a slanted, a level and a round edge. */
    private static Colour opponents(double x, double y) {
        double u = x * 4 % 1 - 0.5;
        double v = y - 0.5;
        return switch ((int) (x * 4)) {
            case 0 -> u < 0 ? Colour.of(0xD02030) : Colour.of(0x18A048);
            case 1 -> u < v ? Colour.of(0x2040C8) : Colour.of(0xF0D020);
            case 2 -> v < 0 ? Colour.WHITE : Colour.BLACK;
            default -> Math.hypot(u, v) < 0.3 ? Colour.of(0xF07820) : Colour.of(0x1890B0);
        };
    }

    private static boolean gap(double place) {
        double part = place - Math.floor(place);
        return part < GAP / 2 || part > 1 - GAP / 2;
    }
}
