namespace Networks.Data.Firms;

/// <summary>How far from its seat a firm works or delivers.</summary>
public enum Reach
{
    Province,
    Region,
    Country,
    Europe,
    World,
}
