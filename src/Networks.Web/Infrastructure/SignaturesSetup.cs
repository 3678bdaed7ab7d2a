using Networks.Workflows.Rules;
using Networks.Workflows.Signatures;

namespace Networks.Web.Infrastructure;

/// <summary>Whose certificates are believed, and which facts of law somebody has verified: both by configuration alone.</summary>
internal static class SignaturesSetup
{
    /// <summary>List of paths of PEM files with the certificates of recognised authorities.</summary>
    public const string AnchorsSetting = "Networks:Signatures:Anchors";

    /// <exception cref="InstallationFaultException">A file of certificates cannot be used: the service must not start.</exception>
    public static IServiceCollection AddNetworksSignatures(this IServiceCollection services, IConfiguration configuration)
    {
        var paths = configuration.GetSection(AnchorsSetting).Get<string[]>() ?? [];
        var trust = ReadAnchors.From(paths);
        if (trust.Refusal is { } refusal)
        {
            throw new InstallationFaultException(refusal.Code, refusal.Values);
        }

        services.AddSingleton(trust.Value);
        return services.AddSingleton(configuration.GetSection(VerifiableFacts.Section).Get<VerifiableFacts>() ?? new VerifiableFacts());
    }
}
