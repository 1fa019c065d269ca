/** The way of a document from the check to the director's decision. */
package org.mentoringroadmap.document.approval;
