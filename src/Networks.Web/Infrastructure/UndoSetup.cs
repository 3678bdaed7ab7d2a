using System.Globalization;
using Networks.Workflows.Casework.UndoLastAct;

namespace Networks.Web.Infrastructure;

/// <summary>How long an act can be taken back, by configuration.</summary>
internal static class UndoSetup
{
    private const string _setting = "Networks:UndoMinutes";
    private const int _most = 60;

    /// <exception cref="InstallationFaultException">The setting is not a whole number of minutes up to an hour.</exception>
    public static IServiceCollection AddNetworksUndo(this IServiceCollection services, IConfiguration configuration)
    {
        var said = configuration[_setting];
        return string.IsNullOrWhiteSpace(said) ? services
            : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= _most
                ? services.AddSingleton(new UndoGrace(TimeSpan.FromMinutes(minutes)))
                : throw new InstallationFaultException("commands.fault-setting", _setting, said, "5");
    }
}
