package org.mentoringroadmap.roadmap;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Item numbers of activities, such as {@code 000-1.4.2a}: roadmap, stage, block, position and an optional letter. */
public final class RoadmapItems {

    private static final Pattern FORMAT = Pattern.compile("\\d{3}-\\p{L}?\\d+(\\.\\d+)*\\p{Ll}?");
    private static final Pattern PREFIX = Pattern.compile("^\\d{3}-");
    private static final Pattern PART = Pattern.compile("\\d+|[^\\d.]+");

    private RoadmapItems() {}

    /** Orders items as people count: 1.4.2a, 1.4.2b, 1.10.1. */
    public static Comparator<String> order() {
        return RoadmapItems::compare;
    }

    /** The number as it stands in the paper: without the prefix of the roadmap, {@code 1.4.2a}. */
    public static String printed(String item) {
        return PREFIX.matcher(item).replaceFirst("");
    }

    /** Whether a text has the shape of an item number. */
    public static boolean isWellFormed(String item) {
        return FORMAT.matcher(item).matches();
    }

    private static int compare(String left, String right) {
        List<String> leftParts = parts(left);
        List<String> rightParts = parts(right);
        for (int i = 0; i < Math.min(leftParts.size(), rightParts.size()); i++) {
            int result = comparePart(leftParts.get(i), rightParts.get(i));
            if (result != 0) {
                return result;
            }
        }
        int bySize = Integer.compare(leftParts.size(), rightParts.size());
        return bySize != 0 ? bySize : left.compareTo(right);
    }

    private static int comparePart(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }

    private static List<String> parts(String item) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(item);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }
}
