using System.Globalization;

namespace Networks.Faults.Support;

/// <summary>The wall clock of a service, set while it runs by libfaketime; what waits by the monotonic clock is not touched.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly string _file = Path.GetTempFileName();
    private readonly string _library;
    private TimeSpan _shift;

    /// <exception cref="NotHereException">libfaketime is not installed.</exception>
    public FakeTime(DateTimeOffset now)
    {
        _library = (Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib", "*-linux-*").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")) : [])
            .FirstOrDefault(File.Exists) ?? throw new NotHereException("libfaketime is not installed");
        Set(now);
    }

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = _library,
        ["FAKETIME_TIMESTAMP_FILE"] = _file,
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_CACHE_DURATION"] = "1",

        // Its mending of old libraries makes threads that wait spin.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    /// <summary>From now on it is this instant, and goes on from there. The service learns it within a second.</summary>
    public void Set(DateTimeOffset now)
    {
        _shift = now - System.GetUtcNow();
        File.WriteAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{(_shift < TimeSpan.Zero ? "-" : "+")}{_shift.Duration().TotalSeconds:0.000}\n"));
    }

    public void Remove() => File.Delete(_file);
}
