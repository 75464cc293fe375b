-- What others reach, and what is planned on the way to a target, are cells of a KPI as its figures are: nothing is written
-- over, and the seal covers them as it stands.

-- AlterEnum
ALTER TYPE "KpiColumn" ADD VALUE 'comparator';
ALTER TYPE "KpiColumn" ADD VALUE 'trajectory';
