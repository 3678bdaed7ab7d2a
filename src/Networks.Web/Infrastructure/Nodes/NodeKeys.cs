using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Networks.Web.Infrastructure.Nodes;

/// <summary>Whether two nodes have the same keys: what one protects the other reads.</summary>
internal sealed class NodeKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("networks.nodes");

    public string Proof(string name) => _protector.Protect(name);

    public bool AreThoseOf(string name, string proof)
    {
        try
        {
            return _protector.Unprotect(proof) == name;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
