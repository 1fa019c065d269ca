package org.mentoringroadmap.document.amendment;

import java.util.List;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.mentorship.Mentorship;

/**
 * What an order on pairs does not say, or says no more.
 *
 * @param order the order in force that put the pairs in force first; the amending order is about it
 * @param added open ones that no order names, by their codes
 * @param changed open ones in which somebody has come or left since
 * @param ended ones that the order names and that have parted early. Who has had the final meeting needs no order
 */
public record PairChanges(Document order, List<Mentorship> added, List<Mentorship> changed, List<Mentorship> ended) {
    /** How many pairs and groups the order is wrong about. */
    public int count() {
        return added.size() + changed.size() + ended.size();
    }
}
