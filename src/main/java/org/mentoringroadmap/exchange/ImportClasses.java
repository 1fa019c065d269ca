package org.mentoringroadmap.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.springframework.stereotype.Component;

/** The classes of a school under all the ways in which lists name them. */
@Component
class ImportClasses {
    /** A class that the school has. */
    record Known(Long id, String name) {}

    private final SchoolClasses classes;

    ImportClasses(SchoolClasses classes) {
        this.classes = classes;
    }

    /** Classes by {@link ClassName}. */
    Map<String, Known> of(String schoolId) {
        Map<String, Known> known = new HashMap<>();
        for (SchoolClass schoolClass : classes.of(schoolId)) {
            known.putIfAbsent(ClassName.of(schoolClass.name()), new Known(schoolClass.id(), schoolClass.name()));
        }
        return known;
    }

    /** Name of the first class; empty where the school has none yet. */
    Optional<String> firstOf(String schoolId) {
        return classes.of(schoolId).stream().map(SchoolClass::name).findFirst();
    }

    /** Adds classes without a teacher; answers all of the school. */
    Map<String, Known> add(String schoolId, Collection<String> names) {
        names.forEach(name -> classes.add(schoolId, name, null));
        return of(schoolId);
    }
}
