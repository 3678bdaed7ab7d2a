namespace Networks.Web.Infrastructure;

/// <summary>
/// Which verb started the service. It is set in code by the verb alone: no setting and no variable can turn the demo on.
/// </summary>
public sealed record RunMode(bool Demo)
{
    public static readonly RunMode Serve = new(Demo: false);
    public static readonly RunMode Demonstration = new(Demo: true);
}
