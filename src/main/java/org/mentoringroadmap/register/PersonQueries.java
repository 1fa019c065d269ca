package org.mentoringroadmap.register;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.person.Person;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** People to be compared and merged. */
interface PersonQueries extends Repository<Person, Long> {
    @Query(
            "select new org.mentoringroadmap.register.Lookalikes$Known(p.id, p.nameKey, p.birthDate, p.firstName, p.middleName) from Person p"
                    + " where p.schoolId = :schoolId and p.mergedInto is null and p.anonymisedOn is null order by p.id")
    List<Lookalikes.Known> known(String schoolId);

    /** Those who could resemble one: with the same birthday or one that is not known, or the same name. */
    @Query(
            "select new org.mentoringroadmap.register.Lookalikes$Known(p.id, p.nameKey, p.birthDate, p.firstName, p.middleName) from Person p"
                    + " where p.schoolId = :schoolId and p.mergedInto is null and p.anonymisedOn is null and p.id <> :id"
                    + " and (p.nameKey = :nameKey or :anyBirthday = true or p.birthDate is null or p.birthDate = :birthDate)"
                    + " order by p.id")
    List<Lookalikes.Known> near(String schoolId, Long id, String nameKey, boolean anyBirthday, LocalDate birthDate);

    List<Person> findByIdIn(Collection<Long> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id in :ids order by p.id")
    List<Person> lock(Collection<Long> ids);
}
