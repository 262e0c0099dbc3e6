from django.db import migrations, models


def copy_from_uploads(apps, schema_editor):
    Upload = apps.get_model('incidents', 'Upload')
    for upload in Upload.objects.exclude(run=None).select_related('run').iterator():
        upload.run.columns = upload.columns
        upload.run.save(update_fields=['columns'])


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0015_uploads_by_mapping'),
    ]

    operations = [
        migrations.AddField(
            model_name='import',
            name='columns',
            field=models.JSONField(default=list, help_text='Those of the file, by which refused rows are mended.'),
        ),
        migrations.RunPython(copy_from_uploads, migrations.RunPython.noop),
    ]
