package org.mentoringroadmap.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.school.ClassKey;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/** The classes of a school under all the ways in which lists name them. */
@Component
class ImportClasses {
    /**
     * A class that the school has.
     *
     * @param twins names of all classes that cannot be told apart from it; nobody is put into one of them by a name
     */
    record Known(Long id, String name, List<String> twins) {
        Known(Long id, String name) {
            this(id, name, List.of());
        }

        private Known with(String twin) {
            List<String> all = new ArrayList<>(twins.isEmpty() ? List.of(name) : twins);
            all.add(twin);
            return new Known(id, name, List.copyOf(all));
        }
    }

    private final SchoolClasses classes;

    ImportClasses(SchoolClasses classes) {
        this.classes = classes;
    }

    /** Classes, as they were called in a school year, by {@link ClassKey}. */
    Map<String, Known> of(String schoolId, SchoolYear year) {
        Map<String, Known> known = new HashMap<>();
        for (SchoolClass schoolClass : classes.of(schoolId, year)) {
            known.merge(
                    ClassKey.of(schoolClass.name()),
                    new Known(schoolClass.id(), schoolClass.name()),
                    (one, other) -> one.with(other.name()));
        }
        return known;
    }

    /** Name of the first class; empty where the school has none yet. */
    Optional<String> firstOf(String schoolId) {
        return classes.of(schoolId).stream().map(SchoolClass::name).findFirst();
    }

    /** Adds classes without a teacher; answers all of the school. */
    Map<String, Known> add(String schoolId, SchoolYear year, Collection<String> names) {
        names.forEach(name -> classes.add(schoolId, name, null));
        return of(schoolId, year);
    }
}
