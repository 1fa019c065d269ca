package org.mentoringroadmap.activity;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ChosenFormRepository extends JpaRepository<ChosenForm, Long> {
    List<ChosenForm> findByProgrammeId(Long programmeId);
}
