using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Networks.Web.Infrastructure.Nodes;

/// <summary>
/// The keys of sessions, forms and one-time links. They outlive a restart, and every node has the same: in the folder of
/// the data, which nodes share, or in the database. With a certificate they lie there encrypted.
/// </summary>
internal static class KeysSetup
{
    /// <summary><c>Folder</c> (default) or <c>Database</c>.</summary>
    public const string PlaceSetting = "Networks:Keys:Place";

    /// <summary>A PKCS #12 file with the private key; the same on every node.</summary>
    public const string CertificateSetting = "Networks:Keys:Certificate";

    public const string PasswordSetting = "Networks:Keys:CertificatePassword";

    /// <exception cref="InstallationFaultException">No such place, or a certificate that cannot be used.</exception>
    public static void AddNetworksKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("networks");
        switch (PlaceOf(configuration))
        {
            case KeyPlace.Folder:
                keys.PersistKeysToFileSystem(Directory.CreateDirectory(FolderOf(configuration)));
                break;
            case KeyPlace.Database:
                services.AddSingleton<DatabaseKeys>();
                services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeys>((options, store) => options.XmlRepository = store);
                break;
        }

        if (CertificateOf(configuration) is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate);
            keys.UnprotectKeysWithAnyCertificate(certificate);
        }
    }

    public static KeyPlace PlaceOf(IConfiguration configuration) => configuration[PlaceSetting] switch
    {
        null or "" => KeyPlace.Folder,
        var name when Enum.TryParse<KeyPlace>(name, ignoreCase: true, out var place) && Enum.IsDefined(place) => place,
        var name => throw new InstallationFaultException("commands.fault-keys-place", PlaceSetting, name, string.Join(", ", Enum.GetNames<KeyPlace>())),
    };

    public static bool AreEncrypted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[CertificateSetting]);

    /// <summary>What a copy of the service has to take besides its database: the files of the keys, none where they lie in the database.</summary>
    public static IEnumerable<string> FilesOf(IConfiguration configuration) =>
        PlaceOf(configuration) == KeyPlace.Folder ? Directory.EnumerateFiles(FolderOf(configuration), "*.xml") : [];

    /// <summary>Where the files of the keys lie, or would lie.</summary>
    public static string FolderOf(IConfiguration configuration) => Path.Combine(DataSetup.FolderOf(configuration), "keys");

    private static X509Certificate2? CertificateOf(IConfiguration configuration)
    {
        if (configuration[CertificateSetting] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, configuration[PasswordSetting]);
            return certificate.HasPrivateKey && certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new InstallationFaultException("commands.fault-keys-certificate", CertificateSetting, path, "RSA");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InstallationFaultException("commands.fault-keys-certificate", CertificateSetting, path, e.Message.ReplaceLineEndings(" "));
        }
    }
}

/// <summary>Where the keys lie.</summary>
internal enum KeyPlace
{
    Folder,
    Database,
}
