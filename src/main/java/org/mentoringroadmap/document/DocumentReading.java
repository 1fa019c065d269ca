package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.PaperReading;
import org.mentoringroadmap.school.ReadingRule;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/** Puts the {@link ReadingRule} of the acting account into words that a query can ask with. */
@Component
class DocumentReading {
    private final PaperReading papers;

    DocumentReading(PaperReading papers) {
        this.papers = papers;
    }

    /** What the acting account may read. */
    DocumentRights rights() {
        Set<Role> roles = papers.roles();
        return new DocumentRights(
                classes(data -> any(roles, ReadingRule::keeps, data)),
                classes(data -> any(roles, ReadingRule::keeps, data) || any(roles, ReadingRule::isInformed, data)),
                who(roles, DataClass.CHILDREN),
                who(roles, DataClass.STAFF),
                classes(DataClass::namesNoChild));
    }

    private static Set<Role> who(Set<Role> roles, DataClass data) {
        return roles.stream().filter(role -> ReadingRule.worksOn(role, data)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean any(Set<Role> roles, BiPredicate<Role, DataClass> may, DataClass data) {
        return roles.stream().anyMatch(role -> may.test(role, data));
    }

    private static Set<DataClass> classes(Predicate<DataClass> may) {
        return Arrays.stream(DataClass.values()).filter(may).collect(Collectors.toUnmodifiableSet());
    }
}
