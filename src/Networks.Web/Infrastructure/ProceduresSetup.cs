using System.Globalization;
using Networks.Workflows.Engine;

namespace Networks.Web.Infrastructure;

/// <summary>From which day new cases begin with a version of a procedure: by configuration, so that desks can be told before.</summary>
internal static class ProceduresSetup
{
    /// <summary><c>Networks:Procedures:form-network:2 = 2026-09-01</c>; a version that is not named is in force at once.</summary>
    public const string Setting = "Networks:Procedures";

    /// <exception cref="InstallationFaultException">A version is no number, or a day no day.</exception>
    public static IServiceCollection AddNetworksProcedures(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var procedure in configuration.GetSection(Setting).GetChildren())
        {
            foreach (var version in procedure.GetChildren())
            {
                services.AddSingleton(Read(procedure.Key, version));
            }
        }

        return services;
    }

    private static ProcessStart Read(string name, IConfigurationSection version) =>
        int.TryParse(version.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && DateOnly.TryParseExact(version.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? new ProcessStart(name, number, from)
            : throw new InstallationFaultException("commands.fault-procedure", version.Path, version.Value ?? "");
}
