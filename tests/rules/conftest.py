"""Properties are about results, never about how long a busy machine takes for one example."""

from hypothesis import settings

settings.register_profile("tanpa_batas_waktu", deadline=None)
settings.load_profile("tanpa_batas_waktu")
