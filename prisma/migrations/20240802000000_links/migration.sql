-- A change may place an objective in a theme, or link it to a project, a strategic priority or an item of the
-- self-evaluation, and take either back.
ALTER TYPE "ChangeKind" ADD VALUE 're-link';
