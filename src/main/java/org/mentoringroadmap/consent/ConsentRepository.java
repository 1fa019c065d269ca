package org.mentoringroadmap.consent;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Consents of people. */
public interface ConsentRepository extends JpaRepository<Consent, Long> {
    List<Consent> findByPersonIdOrderBySignedOnDescIdDesc(Long personId);

    List<Consent> findByPersonIdInOrderBySignedOnDescIdDesc(Collection<Long> personIds);
}
