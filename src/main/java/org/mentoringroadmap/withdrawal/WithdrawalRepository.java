package org.mentoringroadmap.withdrawal;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface WithdrawalRepository extends JpaRepository<Withdrawal, Long> {
    /** Those of these persons that people look after or have looked after. */
    @Query("select w from Withdrawal w, Consent c where c.id = w.consentId and c.personId in :personIds"
            + " and w.launched = true")
    List<Withdrawal> ofPersons(Collection<Long> personIds);
}
