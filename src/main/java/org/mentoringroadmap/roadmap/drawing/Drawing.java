package org.mentoringroadmap.roadmap.drawing;

import java.util.List;
import org.mentoringroadmap.roadmap.RoadmapActivity;

/**
 * A model as it is drawn. Lengths are pixels of Modeler, measured from the corner of the drawing.
 *
 * @param key id of the process
 * @param title its name
 * @param width width of everything drawn
 * @param height height of everything drawn
 * @param shapes what is drawn, from behind to the front
 * @param arrows ways between shapes
 * @param unseen what happens without being drawn, in the order of the numbers on the shapes
 */
public record Drawing(
        String key, String title, int width, int height, List<Shape> shapes, List<Arrow> arrows, List<Unseen> unseen) {

    public Drawing {
        shapes = List.copyOf(shapes);
        arrows = List.copyOf(arrows);
        unseen = List.copyOf(unseen);
    }

    /** What a shape looks like. */
    public enum Look {
        START,
        END,
        EVENT,
        STEP,
        CALL,
        SCOPE,
        CHOICE,
        PARALLEL,
        INCLUSIVE,
        NOTE
    }

    /** A rectangle. */
    public record Box(int x, int y, int width, int height) {
        /** Half of the width from the left. */
        public int middle() {
            return x + width / 2;
        }

        /** Half of the height from the top. */
        public int centre() {
            return y + height / 2;
        }

        /** The corners of a gateway, as SVG writes points. */
        public String corners() {
            return "%d,%d %d,%d %d,%d %d,%d"
                    .formatted(middle(), y, x + width, centre(), middle(), y + height, x, centre());
        }
    }

    /**
     * One thing that is drawn.
     *
     * @param label its name; empty when it has none
     * @param labelBox where the name stands beside the shape; null for what carries it inside
     * @param activity the row of the roadmap that it is; null for anything else
     * @param stage what the paper calls the stage that it is, such as «Этап 1»; empty for anything else and without a number
     * @param called process that it calls; null when it calls none
     * @param unseen number of what happens here without being drawn; 0 for nothing
     */
    public record Shape(
            String id,
            Look look,
            Box box,
            String label,
            Box labelBox,
            RoadmapActivity activity,
            String stage,
            String called,
            int unseen) {}

    /**
     * A way between shapes.
     *
     * @param points as SVG writes them
     * @param label answer to the question of a gateway; empty for most
     * @param labelBox where it stands; null without a label
     * @param plain whether it only ties a note to a shape
     */
    public record Arrow(String points, String label, Box labelBox, boolean plain) {}

    /**
     * What happens at a shape without being drawn.
     *
     * @param number number on the shape
     * @param label name of the shape
     * @param beans names of the listeners, in their order
     */
    public record Unseen(int number, String label, List<String> beans) {
        public Unseen {
            beans = List.copyOf(beans);
        }
    }
}
