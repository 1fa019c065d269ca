package org.mentoringroadmap.register;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProfileAccessRepository extends JpaRepository<ProfileAccess, Long> {
    List<ProfileAccess> findByParticipantIdOrderByIdDesc(Long participantId, Pageable page);

    List<ProfileAccess> findByParticipantIdOrderById(Long participantId);
}
