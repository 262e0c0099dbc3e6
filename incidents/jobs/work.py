"""The queue's one task: to work off a job, one incident after another."""

from __future__ import annotations

from django_tasks import TaskContext, task


@task(takes_context=True)
def work_off(context: TaskContext, job: int) -> None:
    """Go on with the job from where it stands."""
