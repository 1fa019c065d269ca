package org.mentoringroadmap.matching.policy;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.participant.Hour;

/**
 * What the rules compare of one mentee or mentor, as numbers: a whole school is millions of pairs, and each has to be
 * judged in well under a microsecond. A set of enum constants is a mask, bit for ordinal.
 *
 * @param forms mask of the forms in which the person can take part within the scope of the run
 * @param models mask of the role models that the person has chosen; 0 for none
 * @param grade year of school, or {@link #UNKNOWN}
 * @param age in years, or {@link #UNKNOWN}
 * @param ageFrom youngest mentee that a mentor wishes; {@link Integer#MIN_VALUE} for none
 * @param ageTo oldest; {@link Integer#MAX_VALUE} for none
 * @param hours beginning and end of each hour in minutes of the week, one after the other
 * @param requests numbers of what a mentee asks for
 * @param interests numbers of what a mentee likes
 * @param competence what a mentor can give, as the numbers of the requests that it is about; null where nothing is known
 * @param liked what a mentor likes, as the numbers of the mentees' interests; null where nothing is known
 * @param interestCount how many interests there are
 * @param answered whether anything was said after the group meeting
 * @param ranked numbers of those named then, the dearest first; {@link #UNKNOWN} for one who is not in this run
 */
record Traits(
        int forms,
        int models,
        boolean trained,
        int grade,
        int age,
        int ageFrom,
        int ageTo,
        int[] hours,
        int[] requests,
        int[] interests,
        BitSet competence,
        BitSet liked,
        int interestCount,
        boolean answered,
        int[] ranked) {
    static final int UNKNOWN = -1;

    private static final int DAY = 24 * 60;

    static int mask(Collection<? extends Enum<?>> some) {
        int mask = 0;
        for (Enum<?> one : some) {
            mask |= 1 << one.ordinal();
        }
        return mask;
    }

    static int[] minutes(List<Hour> hours) {
        int[] minutes = new int[2 * hours.size()];
        for (int i = 0; i < hours.size(); i++) {
            Hour hour = hours.get(i);
            minutes[2 * i] = hour.dayOfWeek() * DAY + hour.fromMinute();
            minutes[2 * i + 1] = hour.dayOfWeek() * DAY + hour.toMinute();
        }
        return minutes;
    }

    /** The longest time that both have at once; 0 for none. */
    int commonMinutes(Traits other) {
        int most = 0;
        for (int i = 0; i < hours.length; i += 2) {
            for (int k = 0; k < other.hours.length; k += 2) {
                most = Math.max(most, Math.min(hours[i + 1], other.hours[k + 1]) - Math.max(hours[i], other.hours[k]));
            }
        }
        return most;
    }

    /** How many of these a mentor offers. */
    static int count(int[] wanted, BitSet offered) {
        int count = 0;
        for (int topic : wanted) {
            if (offered.get(topic)) {
                count++;
            }
        }
        return count;
    }

    /** At which place somebody was named, from 0; {@link #UNKNOWN} for one who was not. */
    int place(int number) {
        for (int place = 0; place < ranked.length; place++) {
            if (ranked[place] == number) {
                return place;
            }
        }
        return UNKNOWN;
    }
}
